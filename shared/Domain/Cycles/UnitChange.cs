using System.Text.Json.Serialization;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>Thay đổi đơn vị trong kỳ: the explicit step by which a running cycle adopts changes of its units.</summary>
/// <param name="Day">Units as they were on this day.</param>
/// <param name="Roster">Names the roster that the cycle has from then on (<c>ICycles.Keep</c>).</param>
/// <param name="Ended">Participants that had ended and owed their report: they are exempt, and their successors report for them.</param>
/// <param name="Joined">Their successors that became participants.</param>
public sealed record UnitChange(
    DateOnly Day, string Reason, string By, DateTimeOffset At, string Roster, IReadOnlyList<EndedUnit> Ended,
    IReadOnlyList<UnitCode> Joined)
{
    /// <summary>
    /// Those that had ended and keep their place: what they handed in counts, or only others report to them. Their successors judge
    /// and answer for them.
    /// </summary>
    public IReadOnlyList<EndedUnit> Kept { get; init; } = [];

    /// <summary>When those who joined must report. Of a change that an earlier version took over: none, the terms say it.</summary>
    public IReadOnlyList<JoiningTime> Times { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<EndedUnit> AllEnded => Ended.Concat(Kept);

    /// <summary>All of a cycle's are kept with it in one row, beside its extensions.</summary>
    internal const int MostWeight = 200 * 1024;

    /// <summary>Bytes that it takes at most when it is written down: a letter takes up to three.</summary>
    internal int Weight =>
        500 + (3 * Reason.Length) + Joined.Sum(Length) + AllEnded.Sum(unit => 30 + Length(unit.Unit) + unit.Successors.Sum(Length))
        + Times.Sum(time => 120 + Length(time.Unit) + time.From.Sum(Length));

    private static int Length(UnitCode unit) => unit.ToString().Length + 3;
}

/// <param name="Successors">Who has what it was, whether or not they take part.</param>
public sealed record EndedUnit(UnitCode Unit, IReadOnlyList<UnitCode> Successors);
