using VksServerless.Calendars;
using VksServerless.Forms;

namespace VksServerless.Cycles;

/// <summary>What every cycle of a series has in common; what differs follows from its period.</summary>
/// <param name="Title">With {ky} where the name of the period stands.</param>
/// <param name="Plan">The one plan under which all of them are reported.</param>
/// <param name="FirstDay">A day of the period that the series begins with.</param>
/// <param name="Deadlines">All four are rules.</param>
public sealed record SeriesTerms(
    string Title,
    Plan Plan,
    FormRef Form,
    PeriodRule Periods,
    DateOnly FirstDay,
    OpeningRule Opens,
    DeadlineRules Deadlines,
    Participants Participants,
    bool CloseWhenAllAccepted,
    ReminderStages Reminders,
    int ApprovalsNeeded,
    IReadOnlyList<Recipient> Recipients)
{
    /// <summary>Stands in a title for the name of the period.</summary>
    public const string PeriodName = "{ky}";

    public bool HeadSignsOff { get; init; }

    public bool SentToUnits { get; init; }

    /// <summary>The series whose cycles make up those of this one, such as the months of a year; null: none.</summary>
    public SeriesCode? Parts { get; init; }

    /// <summary>What precedes the first cycle of the series, such as a cycle of the past; null: nothing.</summary>
    public CycleId? Previous { get; init; }

    /// <summary>The terms of one cycle, as somebody would ask for it: nothing is calculated yet.</summary>
    public CycleTerms Of(Period period, DateTimeOffset opensAt, CycleId? previous, PartsOfPeriod parts) => new(
        Title.Replace(PeriodName, Periods.NameOf(period), StringComparison.Ordinal),
        Plan,
        Form,
        period,
        Participants,
        new Deadlines(default, default, default),
        opensAt,
        default,
        CloseWhenAllAccepted,
        Reminders,
        ApprovalsNeeded,
        Recipients)
    {
        Previous = previous,
        Parts = parts.Cycles,
        MissingParts = parts.Missing.Count > 0 ? parts.Missing : null,
        HeadSignsOff = HeadSignsOff,
        SentToUnits = SentToUnits,
        Rules = Deadlines,
    };
}

/// <summary>The cycles that make up a period's, and the shorter periods of which there is none.</summary>
public sealed record PartsOfPeriod(IReadOnlyList<CycleId> Cycles, IReadOnlyList<Period> Missing)
{
    public static PartsOfPeriod None { get; } = new([], []);
}

/// <summary>
/// When the cycle of a period opens, counted from the period's last day: either in days of the calendar or in working days.
/// </summary>
/// <param name="Days">-366 to 366; before the last day when negative, on it when 0.</param>
/// <param name="WorkingDays">-250 to 250, not 0.</param>
public sealed record OpeningRule(TimeOnly At, int? Days = null, int? WorkingDays = null)
{
    public Outcome<DateTimeOffset> For(Period period, WorkingCalendar calendar) =>
        (WorkingDays is { } working ? calendar.Move(period.LastDay, working) : period.LastDay.AddDays(Days ?? 0))
            .Map(day => VietnamTime.At(day, At));

    internal FieldError? Fault(string place) => (Days, WorkingDays) switch
    {
        (null, null) or (not null, not null) =>
            new FieldError(place, "one-of", "Nêu đúng một trong hai: days (ngày) hoặc workingDays (ngày làm việc), tính từ ngày cuối kỳ."),
        ({ } days, _) when days is < -366 or > 366 => new FieldError($"{place}/days", "out-of-range", "Nhập từ -366 đến 366 ngày."),
        (_, { } working) when working is 0 or < -DeadlineRule.MostWorkingDays or > DeadlineRule.MostWorkingDays =>
            new FieldError(
                $"{place}/workingDays", "out-of-range",
                $"Nhập từ -{DeadlineRule.MostWorkingDays} đến {DeadlineRule.MostWorkingDays} ngày làm việc, khác 0."),
        _ => null,
    };
}
