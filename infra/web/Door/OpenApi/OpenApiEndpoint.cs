using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using VksServerless.Web.Api;

namespace VksServerless.Web.Door.OpenApi;

/// <summary>Gives the description of the API, written once.</summary>
public sealed class OpenApiEndpoint([FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider description) : IEndpoints
{
    private ReadOnlyMemory<byte>? _written;

    public void Map(IEndpointRouteBuilder api) => api.MapGet("openapi.json", ReadOpenApi);

    [Operation("Mô tả OpenAPI của hệ thống", typeof(JsonObject))]
    public async Task<IResult> ReadOpenApi(CancellationToken cancellation) =>
        new Reply(StatusCodes.Status200OK, "application/json; charset=utf-8", _written ??= await Write(cancellation));

    private async Task<ReadOnlyMemory<byte>> Write(CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        var document = await description.GetOpenApiDocumentAsync(cancellation);
        await document.SerializeAsJsonAsync(written, OpenApiSpecVersion.OpenApi3_1, cancellation);
        return written.ToArray();
    }
}
