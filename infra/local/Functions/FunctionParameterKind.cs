namespace VksServerless.Local.Functions;

/// <summary>Where the value of a function's parameter comes from.</summary>
internal enum FunctionParameterKind
{
    Trigger,
    Context,
    Cancellation,
    DurableClient,
    MessageActions,
    Route,
    OrchestrationInput,
}
