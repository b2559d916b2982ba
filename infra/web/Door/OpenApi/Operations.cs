using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace VksServerless.Web.Door.OpenApi;

/// <summary>What the framework cannot see of an endpoint: headers and queries that it reads, and its refusals.</summary>
internal static class Operations
{
    public static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var said = metadata.OfType<OperationAttribute>().Single();
        var file = metadata.OfType<TakesFileAttribute>().SingleOrDefault();
        var path = context.Description.RelativePath!["api/".Length..];
        operation.OperationId = metadata.OfType<MethodInfo>().First().Name;
        operation.Tags = new HashSet<OpenApiTagReference> { new(path.Split('/')[0].Split('.')[0], context.Document) };
        operation.Parameters = [.. Parameters(operation, said)];
        if (file is not null)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [file.MediaType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
                Required = true,
            };
        }

        var done = (OpenApiResponse)operation.Responses!.Single().Value;
        done.Description = "Đã thực hiện";
        if (said.MediaType is { } kind)
        {
            done.Content = new Dictionary<string, OpenApiMediaType> { [kind] = new() };
        }

        var takesBody = file is not null || metadata.OfType<IAcceptsMetadata>().Any();
        foreach (var status in Refusals(path, context.Description.HttpMethod!, said, takesBody).Order().Select(status => $"{status}")
            .Append("default"))
        {
            operation.Responses![status] = new OpenApiResponseReference("Problem", context.Document);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<IOpenApiParameter> Parameters(OpenApiOperation operation, OperationAttribute said) =>
    [
        .. (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Path),
        .. said.Query.Select(name => Parameter(name, ParameterLocation.Query)),
        .. said.Paged
            ? [Parameter("size", ParameterLocation.Query, JsonSchemaType.Integer), Parameter("continuation", ParameterLocation.Query)]
            : Array.Empty<IOpenApiParameter>(),
        .. said.Idempotent ? [Header("Idempotency-Key")] : Array.Empty<IOpenApiParameter>(),
        .. said.Condition switch
        {
            Condition.Read => [Header("If-Match")],
            Condition.Optional => [Parameter("If-Match", ParameterLocation.Header)],
            Condition.ReadOrNew => [Parameter("If-Match", ParameterLocation.Header), Parameter("If-None-Match", ParameterLocation.Header)],
            _ => Array.Empty<IOpenApiParameter>(),
        },
        .. said.Headers.Select(Header),
    ];

    /// <summary>Which refusals can come, as <see cref="Problems"/> gives them; what is unforeseen is a problem too.</summary>
    private static int[] Refusals(string path, string method, OperationAttribute said, bool takesBody) =>
    [
        StatusCodes.Status401Unauthorized,
        .. path == "openapi.json" ? [] : new[] { StatusCodes.Status403Forbidden },
        .. path.Contains('{', StringComparison.Ordinal) ? [StatusCodes.Status404NotFound] : Array.Empty<int>(),
        .. takesBody || said.Paged ? [StatusCodes.Status400BadRequest] : Array.Empty<int>(),
        .. method == HttpMethods.Get ? [] : new[] { StatusCodes.Status409Conflict },
        .. said.Condition == Condition.None
            ? []
            : new[] { StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired },
        .. takesBody
            ? [StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity]
            : Array.Empty<int>(),
    ];

    private static OpenApiParameter Header(string name)
    {
        var header = Parameter(name, ParameterLocation.Header);
        header.Required = true;
        return header;
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation place, JsonSchemaType type = JsonSchemaType.String) =>
        new() { Name = name, In = place, Schema = new OpenApiSchema { Type = type } };
}
