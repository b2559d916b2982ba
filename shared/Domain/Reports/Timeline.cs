using System.Text.Json.Serialization;

namespace VksServerless.Reports;

/// <summary>
/// The deadlines that a unit was given and what came in from it, as the verdict needs them. A version that the unit itself takes
/// back leaves no mark here: it is as if it had not come.
/// </summary>
/// <param name="FirstDueAt">The deadline that the unit had first.</param>
/// <param name="Moments">In the order of time.</param>
public sealed record Timeline(DateTimeOffset FirstDueAt, IReadOnlyList<Moment> Moments)
{
    [JsonIgnore]
    public Verdict Verdict => Verdict.Of(FirstDueAt, Moments);

    /// <summary>At its place: an extension may be applied after a report came in that was granted before.</summary>
    public Timeline Add(Moment moment)
    {
        var before = Moments.TakeWhile(earlier => earlier.At <= moment.At).ToList();
        return this with { Moments = [.. before, moment, .. Moments.Skip(before.Count)] };
    }

    public Timeline Without(Moment? moment) => this with { Moments = [.. Moments.Where(other => other != moment)] };

    public bool Equals(Timeline? other) => other is not null && FirstDueAt == other.FirstDueAt && Moments.SequenceEqual(other.Moments);

    public override int GetHashCode() => HashCode.Combine(FirstDueAt, Moments.Count);
}
