using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace VksServerless.Local.Functions;

/// <summary>A function as its attributes declare it.</summary>
internal sealed class FunctionDescriptor
{
    public FunctionDescriptor(string name, MethodInfo method)
    {
        (Name, Method) = (name, method);
        TriggerParameter = method.GetParameters().FirstOrDefault(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)
            ?? throw new InvalidOperationException($"The function {name} has no trigger.");
        Trigger = TriggerParameter.GetCustomAttribute<TriggerBindingAttribute>()!;
        Parameters = [.. method.GetParameters().Select(parameter => (parameter, Kind(parameter)))];
        Call = FunctionCall.Of(method);
        Definition = new LocalFunctionDefinition(this);
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public IReadOnlyList<(ParameterInfo Parameter, FunctionParameterKind Kind)> Parameters { get; }

    public FunctionCall Call { get; }

    public FunctionDefinition Definition { get; }

    /// <summary>Every function of the assembly.</summary>
    public static IReadOnlyList<FunctionDescriptor> All(Assembly app)
    {
        var functions = app.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.ContainsGenericParameters)
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => new FunctionDescriptor(found.Attribute!.Name, found.Method))
            .ToList();
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? functions : throw new InvalidOperationException($"Two functions are named {twice.Key}.");
    }

    private FunctionParameterKind Kind(ParameterInfo parameter)
    {
        if (parameter == TriggerParameter)
        {
            return FunctionParameterKind.Trigger;
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return FunctionParameterKind.Context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return FunctionParameterKind.Cancellation;
        }

        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            return FunctionParameterKind.DurableClient;
        }

        return Trigger switch
        {
            HttpTriggerAttribute when parameter.GetCustomAttribute<InputBindingAttribute>() is null => FunctionParameterKind.Route,
            ServiceBusTriggerAttribute when parameter.ParameterType == typeof(ServiceBusMessageActions) => FunctionParameterKind.MessageActions,
            OrchestrationTriggerAttribute => FunctionParameterKind.OrchestrationInput,
            _ => throw new NotSupportedException($"The parameter {parameter.Name} of the function {Name} is of a kind that the single-machine edition does not bind."),
        };
    }
}
