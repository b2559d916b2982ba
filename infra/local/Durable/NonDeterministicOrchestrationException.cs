namespace VksServerless.Local.Durable;

/// <summary>An orchestrator has not repeated what it did before.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
