using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Health;

/// <summary>
/// Whether the system and what it stands on answer. The one address of the API that needs no token, for those who watch it from outside:
/// so it says no more than that, and looks no more often than every few seconds.
/// </summary>
public sealed class HealthEndpoint(HealthWatch watch) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGet("health", ReadHealth).AllowAnonymous().ExcludeFromDescription();

    public async Task<IResult> ReadHealth(CancellationToken cancellation)
    {
        var health = HealthView.Of(await watch.Look().WaitAsync(cancellation));
        return Reply.Ok(health) with
        {
            Status = health.Status == HealthView.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        };
    }
}

/// <param name="Status">ok, or failing when one of the checks does.</param>
/// <param name="Checks">By the name of what is asked, e.g. rows: ok or failing.</param>
public sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks)
{
    public const string Ok = "ok";
    private const string Failing = "failing";

    public static HealthView Of(IReadOnlyList<PartHealth> parts) => new(
        Word(parts.All(part => part.Answers)),
        new SortedDictionary<string, string>(parts.ToDictionary(part => part.Name, part => Word(part.Answers))));

    private static string Word(bool answers) => answers ? Ok : Failing;
}
