namespace VksServerless.Emulation.FunctionsHost.Durable;

/// <summary>Has the worker run an orchestration or activity.</summary>
/// <param name="trigger">What the Durable extension hands to it.</param>
public delegate Task<object?> RunDurable(string function, string trigger);

/// <summary>Base of the class that <see cref="DurableMethods"/> makes at run time: it has one method for each durable function.</summary>
public abstract class DurableFunctions(RunDurable run)
{
    /// <summary>Called by each of the methods with its function's name.</summary>
    protected Task<object?> Run(string function, string trigger) => run(function, trigger);
}
