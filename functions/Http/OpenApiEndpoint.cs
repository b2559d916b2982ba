using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.Functions.Http;

/// <summary>The OpenAPI 3.1 document, made from the very attributes that the endpoints are found by.</summary>
public sealed partial class OpenApiEndpoint
{
    private static readonly Lazy<JsonObject> Document = new(Describe);

    [Function(nameof(ReadOpenApi))]
    [Operation("Mô tả OpenAPI của hệ thống", typeof(JsonObject))]
    public IResult ReadOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) => Reply.Ok(Document.Value);

    private static JsonObject Describe()
    {
        var paths = new JsonObject();
        foreach (var endpoint in Endpoints().OrderBy(endpoint => endpoint.Trigger.Route, StringComparer.Ordinal))
        {
            var path = $"/{endpoint.Trigger.Route}";
            var methods = paths[path] as JsonObject ?? [];
            paths[path] = methods;
            foreach (var method in endpoint.Trigger.Methods!)
            {
                methods[method] = Describe(endpoint.Method.Name, path, endpoint.Operation);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "VksServerless", ["version"] = "1.0", ["description"] = "Hệ thống báo cáo định kỳ của ngành Kiểm sát nhân dân" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api" }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["schemas"] = new JsonObject { ["Problem"] = Schema(typeof(ProblemView)) },
            },
        };
    }

    private static IEnumerable<(MethodInfo Method, HttpTriggerAttribute Trigger, OperationAttribute Operation)> Endpoints() =>
        from type in typeof(OpenApiEndpoint).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let operation = method.GetCustomAttribute<OperationAttribute>()
        where operation is not null
        select (method, method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single(), operation);

    private static JsonObject Describe(string name, string path, OperationAttribute operation)
    {
        var parameters = new JsonArray([.. RouteParameter().Matches(path).Select(match => Parameter(match.Groups[1].Value, "path", required: true))]);
        if (operation.Paged)
        {
            parameters.Add((JsonNode)Parameter("size", "query", required: false));
            parameters.Add((JsonNode)Parameter("continuation", "query", required: false));
        }

        if (operation.Idempotent)
        {
            parameters.Add((JsonNode)Parameter("Idempotency-Key", "header", required: true));
        }

        var described = new JsonObject
        {
            ["operationId"] = name,
            ["summary"] = operation.Summary,
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                [operation.Idempotent ? "201" : "200"] = Content("OK", operation.MediaType ?? "application/json", operation.Gives is { } gives ? Schema(gives) : null),
                ["default"] = Content("Problem details (RFC 9457)", "application/problem+json", new JsonObject { ["$ref"] = "#/components/schemas/Problem" }),
            },
        };
        if (operation.Takes is { } takes)
        {
            described["requestBody"] = Content(null, "application/json", Schema(takes));
        }

        return described;
    }

    private static JsonObject Parameter(string name, string place, bool required) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject Content(string? description, string mediaType, JsonNode? schema)
    {
        var content = new JsonObject { ["content"] = new JsonObject { [mediaType] = schema is null ? [] : new JsonObject { ["schema"] = schema } } };
        if (description is not null)
        {
            content["description"] = description;
        }

        return content;
    }

    private static JsonNode Schema(Type type) => type == typeof(JsonObject) ? new JsonObject { ["type"] = "object" } : DomainJson.Options.GetJsonSchemaAsNode(type);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex RouteParameter();

    private sealed record ProblemView(string Type, string Title, int Status, string Detail, IReadOnlyList<FieldError>? Errors);
}
