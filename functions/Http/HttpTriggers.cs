using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.Functions.Http;

/// <summary>
/// One trigger for each feature of the API and one for the portal, so that logs, limits and metrics stay apart. All lead into the same
/// pipeline; of two routes that match, the host takes the longer one.
/// </summary>
public sealed class HttpTriggers(WebPipeline web)
{
    private const AuthorizationLevel TokensAreOurs = AuthorizationLevel.Anonymous;

    [Function(nameof(Calendars))]
    public Task Calendars([HttpTrigger(TokensAreOurs, Route = "api/calendars/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Cycles))]
    public Task Cycles([HttpTrigger(TokensAreOurs, Route = "api/cycles/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Reports))]
    public Task Reports([HttpTrigger(TokensAreOurs, Route = "api/cycles/{cycle}/reports/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Difficulties))]
    public Task Difficulties([HttpTrigger(TokensAreOurs, Route = "api/difficulties/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Forms))]
    public Task Forms([HttpTrigger(TokensAreOurs, Route = "api/forms/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Health))]
    public Task Health([HttpTrigger(TokensAreOurs, Route = "api/health")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Mails))]
    public Task Mails([HttpTrigger(TokensAreOurs, Route = "api/mails/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(People))]
    public Task People([HttpTrigger(TokensAreOurs, Route = "api/people/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Series))]
    public Task Series([HttpTrigger(TokensAreOurs, Route = "api/series/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Units))]
    public Task Units([HttpTrigger(TokensAreOurs, Route = "api/units/{*rest}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(Portal))]
    public Task Portal([HttpTrigger(TokensAreOurs, Route = "portal/{*rest}")] HttpRequest request) => web.Answer(request);

    /// <summary>The site's own address. An empty route would be taken for none, and a constant one for another address.</summary>
    [Function(nameof(Home))]
    public Task Home([HttpTrigger(TokensAreOurs, Route = "{nothing:maxlength(0)?}")] HttpRequest request) => web.Answer(request);

    [Function(nameof(OpenApi))]
    public Task OpenApi([HttpTrigger(TokensAreOurs, Route = "api/openapi.json")] HttpRequest request) => web.Answer(request);
}
