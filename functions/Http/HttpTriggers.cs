using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.Functions.Http;

/// <summary>
/// One trigger for each feature of the API, so that logs, limits and metrics stay apart. All lead into the same pipeline; of two
/// routes that match, the host takes the longer one.
/// </summary>
public sealed class HttpTriggers(WebPipeline web)
{
    private const AuthorizationLevel TokensAreOurs = AuthorizationLevel.Anonymous;

    [Function(nameof(Calendars))]
    public Task Calendars([HttpTrigger(TokensAreOurs, Route = "calendars/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Cycles))]
    public Task Cycles([HttpTrigger(TokensAreOurs, Route = "cycles/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Reports))]
    public Task Reports([HttpTrigger(TokensAreOurs, Route = "cycles/{cycle}/reports/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Difficulties))]
    public Task Difficulties([HttpTrigger(TokensAreOurs, Route = "difficulties/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Forms))]
    public Task Forms([HttpTrigger(TokensAreOurs, Route = "forms/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Health))]
    public Task Health([HttpTrigger(TokensAreOurs, Route = "health")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Mails))]
    public Task Mails([HttpTrigger(TokensAreOurs, Route = "mails/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(People))]
    public Task People([HttpTrigger(TokensAreOurs, Route = "people/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Series))]
    public Task Series([HttpTrigger(TokensAreOurs, Route = "series/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Units))]
    public Task Units([HttpTrigger(TokensAreOurs, Route = "units/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(OpenApi))]
    public Task OpenApi([HttpTrigger(TokensAreOurs, Route = "openapi.json")] HttpRequest request) => web.Answer(request);
}
