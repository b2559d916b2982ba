using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace VksServerless.EndToEnd.Http;

public class The_OpenAPI_document(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Describes_every_endpoint_of_the_API()
    {
        var document = (await host.As("operator").Get("openapi.json")).Done();
        document.Said("openapi").ShouldBe("3.1.1");
        var described = document["paths"].EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"));
        var served =
            from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let route = endpoint.RoutePattern.RawText!.TrimStart('/')
            where route.StartsWith("api/", StringComparison.Ordinal)
            from verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{verb.ToLowerInvariant()} /{route["api/".Length..]}";

        // It is for what watches the system, not for those who work with it.
        described.Append("get /health").ShouldBe(served, ignoreOrder: true);
    }

    [Fact]
    public async Task Says_of_each_what_it_takes_and_gives()
    {
        var paths = (await host.As("operator").Get("openapi.json")).Done()["paths"];
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
            var responses = operation.GetProperty("responses");
            responses.EnumerateObject().Where(response => !response.Name.StartsWith('2'))
                .ShouldAllBe(response => response.Value.GetProperty("$ref").GetString() == "#/components/responses/Problem");
            responses.TryGetProperty("default", out _).ShouldBeTrue();
            var done = responses.EnumerateObject().Single(response => response.Name.StartsWith('2')).Value.GetProperty("content")
                .EnumerateObject().Single();
            done.Value.TryGetProperty("schema", out _).ShouldBe(done.Name == "application/json", operation.GetRawText());
        }
    }

    [Fact]
    public async Task Is_what_OpenAPI_prescribes()
    {
        var read = OpenApiDocument.Parse((await host.As("operator").Get("openapi.json")).Done().Text, "json");

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()).ShouldBeEmpty();
        read.Document!.Paths.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Refers_only_to_what_it_contains()
    {
        var document = JsonNode.Parse((await host.As("operator").Get("openapi.json")).Done().Text)!;
        var references = References(document).ToList();

        references.Count.ShouldBeGreaterThan(50);
        references.ShouldAllBe(reference => Find(document, reference) != null);
    }

    [Theory]
    [InlineData("put", "/cycles/{cycle}", "path cycle", "header If-Match")]
    [InlineData("put", "/cycles/{cycle}/reports/{unit}/draft", "path cycle", "path unit", "header If-Match", "header If-None-Match")]
    [InlineData("put", "/units", "query dryRun", "header If-Match", "header If-None-Match")]
    [InlineData("post", "/cycles", "header Idempotency-Key")]
    [InlineData("post", "/cycles/{cycle}/reports/{unit}/attachments", "path cycle", "path unit", "header Idempotency-Key",
        "header Content-Length", "header Content-Digest", "header Content-Disposition")]
    [InlineData("get", "/mails", "query cycle", "query size", "query continuation")]
    [InlineData("get", "/cycles/{cycle}/obligations", "path cycle", "query superior", "query size", "query continuation")]
    public async Task Names_all_that_an_operation_reads_beside_its_body(string method, string path, params string[] parameters)
    {
        var operation = (await host.As("operator").Get("openapi.json")).Done()["paths"].GetProperty(path).GetProperty(method);

        operation.GetProperty("parameters").EnumerateArray()
            .Select(parameter => $"{parameter.GetProperty("in")} {parameter.GetProperty("name")}").ShouldBe(parameters, ignoreOrder: true);
    }

    [Theory]
    [InlineData("put", "/units", "text/csv")]
    [InlineData("post", "/cycles/{cycle}/reports/{unit}/attachments", "*/*")]
    [InlineData("post", "/cycles", "application/json")]
    public async Task Says_which_kind_of_body_is_taken(string method, string path, string kind)
    {
        var body = (await host.As("operator").Get("openapi.json")).Done()["paths"].GetProperty(path).GetProperty(method)
            .GetProperty("requestBody");

        body.GetProperty("required").GetBoolean().ShouldBeTrue();
        body.GetProperty("content").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe(kind);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject schema =>
            schema.SelectMany(
                pair => pair is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(pair.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(JsonNode document, string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(
            (JsonNode?)document,
            (node, step) =>
                node is JsonArray many
                    ? many[int.Parse(step, CultureInfo.InvariantCulture)]
                    : node?[step.Replace("~1", "/", StringComparison.Ordinal)]);
}
