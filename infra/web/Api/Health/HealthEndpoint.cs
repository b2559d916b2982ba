using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Health;

/// <summary>
/// Whether the system and what it stands on answer. The one address of the API that needs no token, for those who watch it from outside:
/// so it says no more than that, and looks no more often than every few seconds.
/// </summary>
public sealed class HealthEndpoint(HealthCheckService checks) : IEndpoints
{
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>Less than those who watch wait for an answer, so that they learn what it is that fails.</summary>
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<HealthView>? _last;
    private long _lookedAt;

    /// <summary>A check that takes too long fails, alone.</summary>
    public static void LimitChecks(HealthCheckServiceOptions options)
    {
        foreach (var check in options.Registrations)
        {
            check.Timeout = LongestCheck;
        }
    }

    public void Map(IEndpointRouteBuilder api) => api.MapGet("health", ReadHealth).AllowAnonymous().ExcludeFromDescription();

    public async Task<IResult> ReadHealth(CancellationToken cancellation)
    {
        var health = await Look().WaitAsync(cancellation);
        return Reply.Ok(health) with
        {
            Status = health.Status == HealthView.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        };
    }

    /// <summary>One look is for all who ask meanwhile, and belongs to the request of none of them.</summary>
    private Task<HealthView> Look()
    {
        lock (_gate)
        {
            if (_last is not { IsCompleted: false } && (_last is null || Stopwatch.GetElapsedTime(_lookedAt) > LooksAgainAfter))
            {
                using (ExecutionContext.SuppressFlow())
                {
                    _last = Task.Run(async () => HealthView.Of(await checks.CheckHealthAsync(CancellationToken.None)));
                }

                _lookedAt = Stopwatch.GetTimestamp();
            }

            return _last;
        }
    }
}

/// <param name="Status">ok, or failing when one of the checks does.</param>
/// <param name="Checks">By the name of what is asked, e.g. rows: ok or failing.</param>
public sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks)
{
    public const string Ok = "ok";
    private const string Failing = "failing";

    public static HealthView Of(HealthReport report) => new(
        Word(report.Status),
        new SortedDictionary<string, string>(report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status))));

    private static string Word(HealthStatus status) => status == HealthStatus.Healthy ? Ok : Failing;
}
