using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.SampleApp;

public sealed class HttpFunctions(ScopeMark mark)
{
    [Function("Greet")]
    public IResult Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}/{times:int}")] HttpRequest request, string name, int times, FunctionContext context) =>
        Results.Text($"{name} x{times} {mark.Text} {context.GetHttpContext() == request.HttpContext}");

    [Function("Length")]
    public static async Task<IActionResult> Length(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "length")] HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return new OkObjectResult(body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Function("Fail")]
    public static IResult Fail([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidOperationException($"secret {request.Path}");
}
