using System.Reflection;

namespace VksServerless.Local.Functions;

/// <summary>A function that is to be called, with what its trigger gives it.</summary>
/// <param name="Services">Those of the invocation's own scope.</param>
/// <param name="Bind">The trigger's value, a route value, the input of an orchestration: what only the trigger knows.</param>
internal sealed record Invocation(
    FunctionDescriptor Function, IServiceProvider Services, Func<ParameterInfo, FunctionParameterKind, object?> Bind, CancellationToken Cancellation)
{
    public object? Result { get; set; }
}
