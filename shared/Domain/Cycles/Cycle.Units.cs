using System.Text.Json.Serialization;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>Its units, as they merge, divide and end while it runs.</summary>
public sealed partial record Cycle
{
    /// <summary>What of its units' changes this cycle has taken over, first to last. Each brings a new roster.</summary>
    public IReadOnlyList<UnitChange> UnitChanges { get; init; } = [];

    /// <summary>How many of them are done: obligations are exempt or stand as they say.</summary>
    public int UnitChangesDone { get; init; }

    /// <summary>Which revision of the roster is this cycle's: 0 the one that it opened with.</summary>
    public int RosterRevision => UnitChanges.Count;

    public bool IsChangingUnits => UnitChangesDone < UnitChanges.Count && Phase is not CyclePhase.Cancelled;

    /// <summary>Whether a change of units may exempt units and let others join. After the closing figures stay where they are.</summary>
    [JsonIgnore]
    public bool IsJoinable => Phase is CyclePhase.Open;

    /// <summary>
    /// The day whose state of things made the unit a participant: <see cref="CountedOn"/>, or that of the change with which it came.
    /// </summary>
    public DateOnly JoinedOn(UnitCode unit) => JoiningOf(unit)?.Day ?? CountedOn;

    /// <summary>Since when it takes part; null before the cycle has opened.</summary>
    public DateTimeOffset? JoinedAt(UnitCode unit) => JoiningOf(unit)?.At ?? OpenedAt;

    /// <summary>The deadline that it was first given.</summary>
    public DateTimeOffset FirstDueOf(Participant participant) =>
        TimeOf(participant.Unit)?.DueAt ?? Terms.Deadlines.Of(participant.Tier);

    public DateTimeOffset FirstClosingOf(UnitCode unit) => TimeOf(unit)?.ClosesAt ?? Terms.ClosesAt;

    /// <summary>How the unit ended in the midst of this cycle; null: it did not.</summary>
    public EndedUnit? EndOf(UnitCode unit) => UnitChanges.SelectMany(change => change.AllEnded).FirstOrDefault(ended => ended.Unit == unit);

    /// <summary>How it ended and went, owing its report; null: it reports itself.</summary>
    public EndedUnit? LeavingOf(UnitCode unit) =>
        UnitChanges.SelectMany(change => change.Ended).FirstOrDefault(ended => ended.Unit == unit);

    /// <summary>The units that ended in the midst of this cycle and whose successor this one is, also by way of another.</summary>
    public IReadOnlySet<UnitCode> SucceededBy(UnitCode unit) => Behind(unit, change => change.AllEnded);

    /// <summary>Those for whom the unit reports in this cycle, besides itself.</summary>
    public IReadOnlySet<UnitCode> ReplacedBy(UnitCode unit) => Behind(unit, change => change.Ended);

    /// <summary>Who reports what the unit would have reported: itself, or those that replaced it.</summary>
    public IReadOnlyList<UnitCode> ReportersFor(UnitCode unit) => After(unit, UnitChanges, change => change.Ended);

    /// <summary>Who answers for the unit now: itself, or the successors that are left; nobody: the centre.</summary>
    public IReadOnlyList<UnitCode> LivingFor(UnitCode unit) => After(unit, UnitChanges, change => change.AllEnded);

    /// <summary>Whether the unit answers for the report of the other, its own or that of one whom it succeeded.</summary>
    public bool AnswersFor(UnitCode unit, UnitCode other) => unit == other || SucceededBy(unit).Contains(other);

    /// <summary>Whether its own line stands and somebody answers for it.</summary>
    public bool IsAnsweredFor(UnitCode unit) => LeavingOf(unit) is null && LivingFor(unit).Count > 0;

    /// <summary>Who judges the report of a unit: its superior or who succeeded that, but never who answers for the report itself. None: the
    /// centre.</summary>
    public IReadOnlyList<UnitCode> JudgesOf(UnitCode unit, UnitCode superior) =>
        superior == UnitCode.Sector ? [] : [.. LivingFor(superior).Where(judge => !AnswersFor(judge, unit))];

    /// <summary>
    /// Whose end has been taken over for good. Not that of one whose report came back and for whom nobody is left to answer.
    /// </summary>
    public IReadOnlySet<UnitCode> Settled(Func<UnitCode, bool> owes) => UnitChanges.SelectMany(change => change.Ended.Concat(
        change.Kept.Where(kept => !owes(kept.Unit) || LivingFor(kept.Unit).Count > 0))).Select(ended => ended.Unit).ToHashSet();

    /// <summary>
    /// Adopts changes of its units, as long as a report may wait for somebody; without any it changes nothing. After the closing all who
    /// have ended keep their place.
    /// </summary>
    public Outcome<Cycle> ChangeUnits(UnitChange change) => Phase switch
    {
        _ when IsImported => CycleRefusals.Imported(this),
        _ when !TakesJudgements => CycleRefusals.TakesNoUnitChanges(this),
        _ when change.Day > VietnamTime.DayOf(change.At) || change.Day < VietnamTime.DayOf(OpenedAt!.Value) =>
            CycleRefusals.UnitChangeDay(this),
        _ when change.Ended.Count + change.Kept.Count + change.Joined.Count == 0 => this,
        _ when IsChangingUnits => CycleRefusals.ChangingUnits,
        _ when !IsJoinable && change.Ended.Count + change.Joined.Count > 0 => CycleRefusals.Stale,
        _ when UnitChanges.Append(change).Sum(taken => taken.Weight) > UnitChange.MostWeight => CycleRefusals.TooManyUnitChanges,
        _ => Next() with { UnitChanges = [.. UnitChanges, change] },
    };

    /// <summary>Everything that so many changes ask for is done.</summary>
    public Cycle UnitsChanged(int done) => done > UnitChangesDone ? Next() with { UnitChangesDone = done } : this;

    [JsonIgnore]
    private IEnumerable<JoiningTime> Times => UnitChanges.SelectMany(change => change.Times);

    private UnitChange? JoiningOf(UnitCode unit) => UnitChanges.FirstOrDefault(change => change.Joined.Contains(unit));

    private JoiningTime? TimeOf(UnitCode unit) => Times.FirstOrDefault(time => time.Unit == unit);

    private HashSet<UnitCode> Behind(UnitCode unit, Func<UnitChange, IEnumerable<EndedUnit>> which)
    {
        var line = new HashSet<UnitCode> { unit };
        foreach (var ended in UnitChanges.Reverse().SelectMany(which).Where(ended => ended.Successors.Any(line.Contains)))
        {
            line.Add(ended.Unit);
        }

        line.Remove(unit);
        return line;
    }

    private static IReadOnlyList<UnitCode> After(
        UnitCode unit, IEnumerable<UnitChange> changes, Func<UnitChange, IEnumerable<EndedUnit>> which)
    {
        IReadOnlyList<UnitCode> line = [unit];
        foreach (var change in changes)
        {
            var ends = which(change).ToLookup(ended => ended.Unit, ended => ended.Successors);
            line = [.. line.SelectMany(at => ends.Contains(at) ? ends[at].First() : [at]).Distinct().Order()];
        }

        return line;
    }
}
