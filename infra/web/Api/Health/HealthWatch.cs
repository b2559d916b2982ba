using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VksServerless.Web.Api.Health;

/// <summary>Looks whether everything answers, no more often than every few seconds, and remembers since when each part is as it is.</summary>
public sealed class HealthWatch(HealthCheckService checks, TimeProvider clock)
{
    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>Less than those who watch wait for an answer, so that they learn what it is that fails.</summary>
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PartHealth> _parts = [];
    private Task<IReadOnlyList<PartHealth>>? _last;
    private long _lookedAt;

    /// <summary>A check that takes too long fails, alone.</summary>
    public static void LimitChecks(HealthCheckServiceOptions options)
    {
        foreach (var check in options.Registrations)
        {
            check.Timeout = LongestCheck;
        }
    }

    /// <summary>One look is for all who ask meanwhile, and belongs to the request of none of them.</summary>
    /// <returns>Every part, by name.</returns>
    public Task<IReadOnlyList<PartHealth>> Look()
    {
        lock (_gate)
        {
            if (_last is not { IsCompleted: false } && (_last is null || Stopwatch.GetElapsedTime(_lookedAt) > LooksAgainAfter))
            {
                using (ExecutionContext.SuppressFlow())
                {
                    _last = Task.Run(async () => Note(await checks.CheckHealthAsync(CancellationToken.None)));
                }

                _lookedAt = Stopwatch.GetTimestamp();
            }

            return _last;
        }
    }

    private IReadOnlyList<PartHealth> Note(HealthReport report)
    {
        lock (_parts)
        {
            foreach (var (name, entry) in report.Entries)
            {
                var answers = entry.Status == HealthStatus.Healthy;
                if (!_parts.TryGetValue(name, out var before) || before.Answers != answers)
                {
                    _parts[name] = new PartHealth(name, answers, clock.GetUtcNow());
                }
            }

            return [.. _parts.Values.OrderBy(part => part.Name, StringComparer.Ordinal)];
        }
    }
}

/// <param name="Name">Of what is asked, e.g. rows.</param>
/// <param name="Since">When this host first saw it so.</param>
public sealed record PartHealth(string Name, bool Answers, DateTimeOffset Since);
