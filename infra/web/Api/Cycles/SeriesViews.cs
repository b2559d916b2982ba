using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;

namespace VksServerless.Web.Api.Cycles;

/// <summary>
/// A series as the centre writes it: as a cycle, but for what follows from the period. What may be left out has the usual value.
/// </summary>
/// <param name="Title">With {ky} where the name of the period stands.</param>
/// <param name="Periods">every: month, quarter, half-year, year, procuracy-half-year, procuracy-year, mid-month, mid-quarter,
/// mid-half-year, mid-year, or given.</param>
/// <param name="FirstDay">A day of the first period.</param>
/// <param name="Opens">Days or working days after (negative: before) the period's last day.</param>
/// <param name="Parts">The series whose cycles make up those of this one.</param>
/// <param name="Previous">The cycle that precedes the first, such as one of the past.</param>
public sealed record SeriesBody(
    string Title,
    Plan Plan,
    FormRef Form,
    PeriodRule Periods,
    DateOnly FirstDay,
    OpeningRule Opens,
    DeadlineRulesBody Deadlines,
    DeadlineRule ClosesAt,
    IReadOnlyList<Recipient> Recipients,
    ParticipantsBody? Participants = null,
    bool CloseWhenAllAccepted = true,
    RemindersBody? Reminders = null,
    int ApprovalsNeeded = 1,
    bool HeadSignsOff = false,
    SeriesCode? Parts = null,
    bool SentToUnits = false,
    CycleId? Previous = null)
{
    public static SeriesBody Of(SeriesTerms terms) => new(
        terms.Title,
        terms.Plan,
        terms.Form,
        terms.Periods,
        terms.FirstDay,
        terms.Opens,
        new DeadlineRulesBody(terms.Deadlines.District!, terms.Deadlines.Province!, terms.Deadlines.Supreme!),
        terms.Deadlines.ClosesAt!,
        terms.Recipients,
        new ParticipantsBody(terms.Participants.Levels, terms.Participants.Units, terms.Participants.Except),
        terms.CloseWhenAllAccepted,
        new RemindersBody(terms.Reminders.Days, terms.Reminders.At),
        terms.ApprovalsNeeded,
        terms.HeadSignsOff,
        terms.Parts,
        terms.SentToUnits,
        terms.Previous);

    public SeriesTerms ToTerms() => new(
        Title,
        Plan,
        Form,
        Periods,
        FirstDay,
        Opens,
        new DeadlineRules(Deadlines.District, Deadlines.Province, Deadlines.Supreme, ClosesAt),
        CycleBody.ToParticipants(Participants),
        CloseWhenAllAccepted,
        CycleBody.ToStages(Reminders),
        ApprovalsNeeded,
        Recipients)
    {
        HeadSignsOff = HeadSignsOff,
        SentToUnits = SentToUnits,
        Parts = Parts,
        Previous = Previous,
    };
}

public sealed record DeadlineRulesBody(DeadlineRule District, DeadlineRule Province, DeadlineRule Supreme);

/// <param name="Terms">As they may be put again.</param>
/// <param name="Next">Null: the given periods have come to their end.</param>
/// <param name="Hindrance">Why the next cycle, though due, does not open.</param>
public sealed record SeriesView(
    SeriesCode Code, SeriesBody Terms, NextCycleView? Next, OpenedCycle? Latest, SeriesStop? Stopped, Hindrance? Hindrance, string PutBy,
    DateTimeOffset PutAt)
{
    public static SeriesView Of(CycleSeries series, WorkingCalendar calendar) => new(
        series.Code,
        SeriesBody.Of(series.Terms),
        series.Next is { } next ? NextCycleView.Of(series, next, calendar) : null,
        series.Latest,
        series.Stopped,
        series.Hindrance,
        series.PutBy,
        series.PutAt);
}

/// <param name="OpensAt">Null while the year's list of holidays is missing.</param>
public sealed record NextCycleView(Period Period, string Name, DateTimeOffset? OpensAt)
{
    public static NextCycleView Of(CycleSeries series, Period next, WorkingCalendar calendar) =>
        new(
            next, series.Terms.Periods.NameOf(next),
            series.Terms.Opens.For(next, calendar).Match<DateTimeOffset?>(opening => opening, _ => null));
}
