using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace VksServerless.Functions.Http;

/// <summary>The schemas of an OpenAPI document: each type is described once, under its name, and referred to.</summary>
internal sealed class OpenApiSchemas
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TransformSchemaNode = (context, schema) => Spelled(context.TypeInfo, schema) };
    private readonly Dictionary<string, Type> _types = [];

    public JsonObject All { get; } = [];

    /// <exception cref="InvalidOperationException">Two types have the same name: the document would mix them up.</exception>
    public JsonNode Reference(Type type)
    {
        if (type == typeof(JsonObject))
        {
            return new JsonObject { ["type"] = "object" };
        }

        var name = NameOf(type);
        if (_types.TryAdd(name, type))
        {
            var schema = Schema(type);
            Anchor(schema, $"#/components/schemas/{name}");
            All[name] = schema;
        }

        return _types[name] == type
            ? new JsonObject { ["$ref"] = $"#/components/schemas/{name}" }
            : throw new InvalidOperationException($"{type} and {_types[name]} are both called {name}.");
    }

    private static JsonNode Schema(Type type) => DomainJson.Options.GetJsonSchemaAsNode(type, Exporting);

    /// <summary>PageView&lt;CycleView&gt; is called PageViewOfCycleView.</summary>
    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Join("And", type.GetGenericArguments().Select(NameOf))}"
        : type.Name;

    /// <summary>What writes itself with a converter of its own (codes, ids) is text; to the exporter it could be anything.</summary>
    private static JsonNode Spelled(JsonTypeInfo type, JsonNode schema)
    {
        if (schema is not JsonValue)
        {
            return schema;
        }

        if (type.Type.GetCustomAttribute<OneOfAttribute>() is { } either)
        {
            return new JsonObject { ["oneOf"] = new JsonArray(Schema(either.Plain), Schema(either.Whole)) };
        }

        var written = Nullable.GetUnderlyingType(type.Type);
        return (written ?? type.Type) == typeof(TimeOnly) || (written ?? type.Type).Namespace!.StartsWith(nameof(VksServerless), StringComparison.Ordinal)
            ? new JsonObject { ["type"] = written is null ? "string" : new JsonArray("string", "null") }
            : new JsonObject();
    }

    /// <summary>The exporter refers from the schema's own root; in the document this lies deeper.</summary>
    private static void Anchor(JsonNode? node, string root)
    {
        switch (node)
        {
            case JsonObject schema:
                if (schema["$ref"] is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is ['#', .. var place])
                {
                    schema["$ref"] = root + place;
                }

                foreach (var (_, inner) in schema)
                {
                    Anchor(inner, root);
                }

                break;
            case JsonArray many:
                foreach (var inner in many)
                {
                    Anchor(inner, root);
                }

                break;
        }
    }
}
