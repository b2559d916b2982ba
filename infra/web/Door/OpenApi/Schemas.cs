using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VksServerless.Web.Door.Bodies;

namespace VksServerless.Web.Door.OpenApi;

/// <summary>What writes itself with a converter of its own (codes, ids) is text; to the framework it could be anything.</summary>
internal static class Schemas
{
    public static async Task Spell(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (type.GetCustomAttribute<OneOfAttribute>() is { } either)
        {
            schema.OneOf =
            [
                await context.GetOrCreateSchemaAsync(either.Plain, null, cancellation),
                await context.GetOrCreateSchemaAsync(either.Whole, null, cancellation),
            ];
            return;
        }

        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset))
        {
            schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
            return;
        }

        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true && schema.Items is null && context.JsonTypeInfo.ElementType is { } element)
        {
            schema.Items = await context.GetOrCreateSchemaAsync(element, null, cancellation);
        }

        if (schema is
            {
                Type: null, Enum: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 },
                Properties: null or { Count: 0 }
            } && IsText(type))
        {
            schema.Type = Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        }
    }

    private static bool IsText(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var written
        && (written == typeof(TimeOnly) || written.Namespace!.StartsWith(nameof(VksServerless), StringComparison.Ordinal));
}

/// <summary>PageView&lt;CycleView&gt; is called PageViewOfCycleView.</summary>
internal static class SchemaNames
{
    /// <returns>Null for what is described where it stands: simple types and collections.</returns>
    public static string? Of(Type type) => IsOurs(type) ? NameOf(type) : null;

    private static bool IsOurs(Type type) =>
        type is { IsEnum: false, IsClass: true } && type.Namespace?.StartsWith(nameof(VksServerless), StringComparison.Ordinal) == true;

    private static string NameOf(Type type) => type.IsGenericType
        ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]
            + "Of" + string.Join("And", type.GetGenericArguments().Select(NameOf))
        : type.Name;
}
