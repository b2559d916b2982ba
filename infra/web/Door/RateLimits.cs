using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VksServerless.Web.Door;

/// <summary>
/// How many requests one person may send: <c>Limits:Burst</c> at once (2,000), refilled by <c>Limits:PerSecond</c> (50). A browser never
/// gets there;
/// a program that does is told when to go on. A request without a valid token is refused anyway.
/// </summary>
internal sealed class RateLimits(IConfiguration configuration) : IConfigureOptions<RateLimiterOptions>
{
    public const string ByPerson = nameof(ByPerson);

    public void Configure(RateLimiterOptions options)
    {
        var limits = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Setting("Limits:Burst", 2000),
            TokensPerPeriod = Setting("Limits:PerSecond", 50),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
        options.AddPolicy(ByPerson, http => CallerOfRequest.PersonOf(http) is { } person
            ? RateLimitPartition.GetTokenBucketLimiter(person.ToString(), _ => limits)
            : RateLimitPartition.GetNoLimiter(""));
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
    }

    private int Setting(string name, int usual) => configuration[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new FormatException($"The setting {name} must be a positive whole number, not {text}.");
}
