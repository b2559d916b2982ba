namespace VksServerless.Emulation.FunctionsHost.Workers;

/// <summary>
/// The worker process has ended in the middle of a function. The Durable extension knows this exception by its name: an orchestration
/// or activity that meets it is done again by the next process.
/// </summary>
internal sealed class WorkerProcessExitException(string message) : Exception(message);
