namespace Microsoft.Azure.Functions.Worker.Converters;

public interface IInputConverter
{
    ValueTask<ConversionResult> ConvertAsync(ConverterContext context);
}

public abstract class ConverterContext
{
    public abstract Type TargetType { get; }

    public abstract object? Source { get; }

    public abstract FunctionContext FunctionContext { get; }

    public abstract IReadOnlyDictionary<string, object> Properties { get; }
}

public enum ConversionStatus
{
    Unhandled,
    Succeeded,
    Failed,
}

public readonly struct ConversionResult
{
    public ConversionStatus Status { get; private init; }

    public object? Value { get; private init; }

    public Exception? Error { get; private init; }

    public static ConversionResult Unhandled() => default;

    public static ConversionResult Success(object? value) => new() { Status = ConversionStatus.Succeeded, Value = value };

    public static ConversionResult Failed(Exception exception) =>
        new() { Status = ConversionStatus.Failed, Error = exception ?? throw new ArgumentNullException(nameof(exception)) };
}

[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct,
    AllowMultiple = true)]
public class InputConverterAttribute : Attribute
{
    public InputConverterAttribute(Type converterType)
    {
        ArgumentNullException.ThrowIfNull(converterType);
        ConverterType = typeof(IInputConverter).IsAssignableFrom(converterType)
            ? converterType
            : throw new InvalidOperationException($"{converterType.Name} is not an {nameof(IInputConverter)}.");
    }

    public Type ConverterType { get; }
}

public enum ConverterFallbackBehavior
{
    Allow = 0,
    Disallow = 1,
    Default = Allow,
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class ConverterFallbackBehaviorAttribute(ConverterFallbackBehavior fallbackBehavior) : Attribute
{
    public ConverterFallbackBehavior Behavior { get; } = fallbackBehavior;
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SupportedTargetTypeAttribute(Type targetType) : Attribute
{
    public Type TargetType { get; } = targetType ?? throw new ArgumentNullException(nameof(targetType));
}
