using System.Text.Json.Serialization;
using VksServerless.Calendars;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>What was decided about a cycle before it opened; nothing of it changes afterwards.</summary>
/// <param name="Form">The version that this cycle pins.</param>
/// <param name="OpensAt">When it opens by itself once started; null: at once.</param>
/// <param name="ClosesAt">Up to and including this instant reports are taken, also late ones.</param>
/// <param name="CloseWhenAllAccepted">Closing rule: collecting ends sooner when every unit's report is accepted.</param>
/// <param name="ApprovalsNeeded">How many distinct members of the leadership must approve, 1 to 5.</param>
/// <param name="Recipients">Nơi nhận: who is told when the sector report awaits approval, and when it is published.</param>
public sealed record CycleTerms(
    string Title,
    Plan Plan,
    FormRef Form,
    Period Period,
    Participants Participants,
    Deadlines Deadlines,
    DateTimeOffset? OpensAt,
    DateTimeOffset ClosesAt,
    bool CloseWhenAllAccepted,
    ReminderStages Reminders,
    int ApprovalsNeeded,
    IReadOnlyList<Recipient> Recipients)
{
    /// <summary>The cycle of the preceding period: what figures are compared with and carried over from. Null: none.</summary>
    public CycleId? Previous { get; init; }

    /// <summary>The cycles whose figures make up this one's, such as the months of a year; empty: none.</summary>
    public IReadOnlyList<CycleId> Parts { get; init; } = [];

    /// <summary>What the plan foresees beside the units' reports; null: nothing.</summary>
    public IReadOnlyList<Milestone>? Milestones { get; init; }

    /// <summary>Periods within this one of which there is no cycle, so that the parts do not make up the whole. Null: none.</summary>
    public IReadOnlyList<Period>? MissingParts { get; init; }

    /// <summary>The official document with which this cycle ended before it was entered here; null: it is held here.</summary>
    public ImportedReport? Imported { get; init; }

    /// <summary>Thủ trưởng ký duyệt: whether a report goes up only when the unit's head, or who is delegated, has signed it.</summary>
    public bool HeadSignsOff { get; init; }

    /// <summary>Whether the units that take part get a mail about each publication and may read it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SentToUnits { get; init; }

    /// <summary>How the deadlines and the closing were calculated; null: all were given as instants.</summary>
    [JsonPropertyName("reckoned")]
    public DeadlineRules? Rules { get; init; }

    /// <summary>On which day its participants are counted if it is drafted today: at its opening; of a past cycle at its period's end.</summary>
    public DateOnly CountedOn(DateOnly today) => Imported is not null ? Period.LastDay
        : OpensAt is { } opens && VietnamTime.DayOf(opens) > today ? VietnamTime.DayOf(opens)
        : today;

    /// <summary>Without what was calculated: equal requests stay equal, even if the calendar has changed in between.</summary>
    internal CycleTerms AsAsked() => Rules is not { } rules ? this : this with
    {
        Deadlines = new Deadlines(
            rules.District is null ? Deadlines.District : default,
            rules.Province is null ? Deadlines.Province : default,
            rules.Supreme is null ? Deadlines.Supreme : default),
        ClosesAt = rules.ClosesAt is null ? ClosesAt : default,
    };
}

/// <summary>Kế hoạch: the numbered document under which units report, e.g. 221/KH-VKSTC of 15/12/2023.</summary>
public sealed record Plan(string Number, DateOnly Date);

/// <summary>Who must report: every unit of the named levels and every named unit, but for those left out; both empty: everyone.</summary>
public sealed record Participants(IReadOnlyList<UnitLevel> Levels, IReadOnlyList<UnitCode> Units, IReadOnlyList<UnitCode> Except)
{
    public static Participants Everyone { get; } = new([], [], []);

    /// <summary>The sector itself receives and never reports.</summary>
    public bool Include(Unit unit) =>
        unit.Level != UnitLevel.Sector
        && !Except.Contains(unit.Code)
        && ((Levels.Count == 0 && Units.Count == 0) || Levels.Contains(unit.Level) || Units.Contains(unit.Code));
}

/// <summary>Hạn: up to and including this instant a report of the tier is on time.</summary>
public sealed record Deadlines(DateTimeOffset District, DateTimeOffset Province, DateTimeOffset Supreme)
{
    public DateTimeOffset Of(Tier tier) => tier switch
    {
        Tier.District => District,
        Tier.Province => Province,
        _ => Supreme,
    };

    [JsonIgnore]
    public IEnumerable<DateTimeOffset> All => [District, Province, Supreme];

    /// <param name="tiers">Null or empty: all.</param>
    public IReadOnlyList<DateTimeOffset> Of(IReadOnlyCollection<Tier>? tiers) =>
        tiers is { Count: > 0 } ? [.. tiers.Select(Of)] : [.. All];
}

/// <summary>Đôn đốc: on which days around its deadline a unit that still owes is reminded.</summary>
/// <param name="Days">Relative to the day of the deadline in Vietnam, e.g. -7, -1, 0, 1, 3; ascending, distinct.</param>
/// <param name="At">The time of day in Vietnam.</param>
public sealed record ReminderStages(IReadOnlyList<int> Days, TimeOnly At)
{
    public DateTimeOffset InstantOf(int stage, DateTimeOffset deadline) =>
        VietnamTime.At(VietnamTime.DayOf(deadline).AddDays(stage), At);
}

/// <summary>Nơi nhận.</summary>
public sealed record Recipient(string Name, string Mail);
