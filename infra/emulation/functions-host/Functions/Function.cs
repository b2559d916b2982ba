using System.Text.Json;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Functions;

/// <summary>A function of the app, as its worker describes it.</summary>
/// <param name="Client">Where it takes a Durable client; null where it takes none.</param>
internal sealed record Function(string Name, string Id, Binding Trigger, Binding? Client)
{
    public static Function Of(RpcFunctionMetadata described)
    {
        var bindings = described.RawBindings.Select(Binding.Of).ToList();
        return new Function(
            described.Name, described.FunctionId,
            bindings.Single(binding => binding.Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)),
            bindings.SingleOrDefault(binding => binding.Type == "durableClient"));
    }
}

/// <param name="Name">Of the parameter.</param>
/// <param name="Type">E.g. httpTrigger.</param>
internal sealed record Binding(string Name, string Type, JsonElement Properties)
{
    public static Binding Of(string raw)
    {
        var properties = JsonElement.Parse(raw);
        return new Binding(properties.GetProperty("name").GetString()!, properties.GetProperty("type").GetString()!, properties);
    }

    public string? Text(string property) =>
        Properties.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
