using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.EndToEnd.Http;

public class The_OpenAPI_document(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Describes_every_function_that_answers_requests()
    {
        var document = (await host.As("operator").Get("openapi.json")).Done();
        document.Said("openapi").ShouldBe("3.1.0");
        var described = document["paths"].EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"));
        var served =
            from type in TheApp.Assembly.GetTypes()
            from method in type.GetMethods()
            where method.GetCustomAttribute<FunctionAttribute>() is not null
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where trigger is not null
            from verb in trigger.Methods!
            select $"{verb} /{trigger.Route}";
        described.ShouldBe(served, ignoreOrder: true);
    }

    [Fact]
    public async Task Says_of_each_what_it_takes_and_gives()
    {
        var paths = (await host.As("operator").Get("openapi.json")).Done()["paths"];
        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(method => method.Value))
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
            var responses = operation.GetProperty("responses");
            responses.GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue();
            var done = responses.EnumerateObject().Single(response => response.Name != "default").Value.GetProperty("content").EnumerateObject().Single();
            done.Value.TryGetProperty("schema", out _).ShouldBe(done.Name == "application/json", operation.GetRawText());
        }
    }
}
