namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[AttributeUsage(AttributeTargets.Class)]
public sealed class BindingCapabilitiesAttribute(params string[] capabilities) : Attribute
{
    public string[] Capabilities { get; private set; } = capabilities;
}

public static class KnownBindingCapabilities
{
    public const string FunctionLevelRetry = "FunctionLevelRetry";
}

[AttributeUsage(AttributeTargets.Property)]
public class DefaultValueAttribute : Attribute
{
    public DefaultValueAttribute(string stringDefault) => DefaultStringValue = stringDefault;

    public DefaultValueAttribute(bool boolDefault) => DefaultBoolValue = boolDefault;

    public string? DefaultStringValue { get; }

    public bool? DefaultBoolValue { get; }
}

public interface ISupportCardinality
{
    Cardinality Cardinality { get; set; }
}

public enum Cardinality
{
    Many,
    One,
}
