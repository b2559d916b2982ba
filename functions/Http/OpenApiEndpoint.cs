using System.Reflection;
using System.Text.Json.Nodes;
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
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var endpoint in Endpoints().OrderBy(endpoint => endpoint.Trigger.Route, StringComparer.Ordinal))
        {
            var path = $"/{endpoint.Trigger.Route}";
            var methods = paths[path] as JsonObject ?? [];
            paths[path] = methods;
            foreach (var method in endpoint.Trigger.Methods!)
            {
                methods[method] = Describe(endpoint.Method.Name, path, method, endpoint.Operation, schemas);
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
                ["responses"] = new JsonObject { ["Problem"] = Content("Problem details (RFC 9457)", "application/problem+json", schemas.Reference(typeof(ProblemView))) },
                ["schemas"] = schemas.All,
            },
        };
    }

    private static IEnumerable<(MethodInfo Method, HttpTriggerAttribute Trigger, OperationAttribute Operation)> Endpoints() =>
        from type in typeof(OpenApiEndpoint).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let operation = method.GetCustomAttribute<OperationAttribute>()
        where operation is not null
        select (method, method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Single(), operation);

    private static JsonObject Describe(string name, string path, string method, OperationAttribute operation, OpenApiSchemas schemas)
    {
        var described = new JsonObject
        {
            ["operationId"] = name,
            ["summary"] = operation.Summary,
            ["tags"] = new JsonArray(path.Split('/')[1].Split('.')[0]),
            ["parameters"] = new JsonArray([.. Parameters(path, operation)]),
            ["responses"] = Responses(path, method, operation, schemas),
        };
        if (operation.Takes is { } takes)
        {
            described["requestBody"] = Body("application/json", schemas.Reference(takes));
        }
        else if (operation.TakesFile is { } kind)
        {
            described["requestBody"] = Body(kind, new JsonObject { ["type"] = "string", ["format"] = "binary" });
        }

        return described;
    }

    private static IEnumerable<JsonNode> Parameters(string path, OperationAttribute operation) =>
    [
        .. RouteParameter().Matches(path).Select(match => Parameter(match.Groups[1].Value, "path", required: true)),
        .. operation.Query.Select(name => Parameter(name, "query", required: false)),
        .. operation.Paged ? [Parameter("size", "query", required: false, "integer"), Parameter("continuation", "query", required: false)] : Array.Empty<JsonNode>(),
        .. operation.Idempotent ? [Parameter("Idempotency-Key", "header", required: true)] : Array.Empty<JsonNode>(),
        .. operation.Condition switch
        {
            Condition.Read => [Parameter("If-Match", "header", required: true)],
            Condition.ReadOrNew => [Parameter("If-Match", "header", required: false), Parameter("If-None-Match", "header", required: false)],
            _ => Array.Empty<JsonNode>(),
        },
        .. operation.Headers.Select(name => Parameter(name, "header", required: true)),
    ];

    /// <summary>Which refusals can come, as <see cref="Problems"/> gives them; what is unforeseen is a problem too.</summary>
    private static JsonObject Responses(string path, string method, OperationAttribute operation, OpenApiSchemas schemas)
    {
        var takesBody = operation.Takes is not null || operation.TakesFile is not null;
        int[] refusals =
        [
            StatusCodes.Status401Unauthorized,
            .. path == "/openapi.json" ? [] : new[] { StatusCodes.Status403Forbidden },
            .. path.Contains('{') ? [StatusCodes.Status404NotFound] : Array.Empty<int>(),
            .. takesBody || operation.Paged ? [StatusCodes.Status400BadRequest] : Array.Empty<int>(),
            .. method == "get" ? [] : new[] { StatusCodes.Status409Conflict },
            .. operation.Condition == Condition.None ? [] : new[] { StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired },
            .. takesBody ? [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity] : Array.Empty<int>(),
        ];
        var responses = new JsonObject
        {
            [operation.Idempotent ? "201" : "200"] = Content(
                "Đã thực hiện", operation.MediaType ?? "application/json", operation.Gives is { } gives ? schemas.Reference(gives) : null),
        };
        foreach (var status in refusals.Order().Select(status => $"{status}").Append("default"))
        {
            responses[status] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        }

        return responses;
    }

    private static JsonObject Body(string mediaType, JsonNode schema)
    {
        var body = Content(null, mediaType, schema);
        body["required"] = true;
        return body;
    }

    private static JsonObject Parameter(string name, string place, bool required, string type = "string") =>
        new JsonObject { ["name"] = name, ["in"] = place, ["required"] = required, ["schema"] = new JsonObject { ["type"] = type } };

    private static JsonObject Content(string? description, string mediaType, JsonNode? schema)
    {
        var content = new JsonObject { ["content"] = new JsonObject { [mediaType] = schema is null ? [] : new JsonObject { ["schema"] = schema } } };
        if (description is not null)
        {
            content["description"] = description;
        }

        return content;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex RouteParameter();

    private sealed record ProblemView(string Type, string Title, int Status, string Detail, IReadOnlyList<FieldError>? Errors);
}
