using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.Local.Functions;

/// <summary>How a function's method is called: its instance from the services, its result awaited and unwrapped.</summary>
internal sealed class FunctionCall
{
    private readonly MethodInvoker _invoke;
    private readonly ObjectFactory? _create;
    private readonly Func<object?, Task<object?>> _unwrap;

    private FunctionCall(MethodInfo method, Func<object?, Task<object?>> unwrap)
    {
        _invoke = MethodInvoker.Create(method);
        _create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _unwrap = unwrap;
    }

    public static FunctionCall Of(MethodInfo method) => new(method, Unwrapping(method.ReturnType));

    public Task<object?> Invoke(IServiceProvider services, object?[] arguments) =>
        _unwrap(_invoke.Invoke(_create?.Invoke(services, null), arguments.AsSpan()));

    private static Func<object?, Task<object?>> Unwrapping(Type type)
    {
        if (type == typeof(Task))
        {
            return async returned =>
            {
                await (Task)returned!;
                return null;
            };
        }

        if (type == typeof(ValueTask))
        {
            return async returned =>
            {
                await (ValueTask)returned!;
                return null;
            };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() is var generic && (generic == typeof(Task<>) || generic == typeof(ValueTask<>)))
        {
            var name = generic == typeof(Task<>) ? nameof(OfTask) : nameof(OfValueTask);
            return typeof(FunctionCall).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GenericTypeArguments).CreateDelegate<Func<object?, Task<object?>>>();
        }

        return Task.FromResult;
    }

    private static async Task<object?> OfTask<T>(object? returned) => await (Task<T>)returned!;

    private static async Task<object?> OfValueTask<T>(object? returned) => await (ValueTask<T>)returned!;
}
