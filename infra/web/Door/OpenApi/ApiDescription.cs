using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace VksServerless.Web.Door.OpenApi;

/// <summary>
/// The OpenAPI 3.1 document, made by the framework from the endpoints that are served and what <see cref="OperationAttribute"/> says of
/// them.
/// </summary>
internal static class ApiDescription
{
    public const string Document = "v1";

    private const string Prefix = "/api";
    private const string Problem = nameof(Problem);

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => DomainJson.Apply(json.SerializerOptions));
        return services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = described => described.ActionDescriptor.EndpointMetadata.OfType<OperationAttribute>().Any();
            options.CreateSchemaReferenceId = type => SchemaNames.Of(type.Type);
            options.AddSchemaTransformer(Schemas.Spell);
            options.AddOperationTransformer(Operations.Complete);
            options.AddDocumentTransformer(Complete);
        });
    }

    private static async Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "VksServerless",
            Version = "1.0",
            Description = "Hệ thống báo cáo định kỳ của ngành Kiểm sát nhân dân"
        };
        document.Servers = [new OpenApiServer { Url = Prefix }];
        var paths = document.Paths;
        document.Paths = [];
        foreach (var (path, item) in paths.OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            document.Paths.Add(path[Prefix.Length..], item);
        }

        document.AddComponent(
            "bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        document.AddComponent(nameof(ProblemView), await context.GetOrCreateSchemaAsync(typeof(ProblemView), null, cancellation));
        document.AddComponent(Problem, new OpenApiResponse
        {
            Description = "Problem details (RFC 9457)",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemView), document) },
            },
        });
    }

    internal sealed record ProblemView(
        string Type, string Title, int Status, string Detail, IReadOnlyList<FieldError>? Errors,
        [property: Description("Mã để tra cứu: bộ phận vận hành tìm theo mã này mọi việc của yêu cầu (32 chữ số hệ 16)")] string? TraceId);
}
