using VksServerless.Calendars;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>When a unit that joins a running cycle must report.</summary>
/// <param name="From">Those whose deadline it inherits; empty: its tier's is later, or all were over and it has a time of its own.</param>
public sealed record JoiningTime(UnitCode Unit, DateTimeOffset DueAt, DateTimeOffset ClosesAt, IReadOnlyList<UnitCode> From)
{
    /// <summary>What a unit has whose predecessors' deadlines were over when it joined.</summary>
    private const int WorkingDays = 5;

    /// <summary>
    /// The latest deadline that any of those had whom it replaces. When that has passed: some working days from now, up to the hour at
    /// which its tier is due.
    /// </summary>
    /// <param name="replaced">Those whom it replaces, with their deadlines and closings as extended.</param>
    public static Outcome<JoiningTime> Of(
        Cycle cycle, Participant joining, IReadOnlyList<(UnitCode Unit, DateTimeOffset DueAt, DateTimeOffset ClosesAt)> replaced,
        DateTimeOffset now, WorkingCalendar calendar)
    {
        var general = cycle.Terms.Deadlines.Of(joining.Tier);
        var due = replaced.Select(unit => unit.DueAt).Append(general).Max();
        var closes = replaced.Select(unit => unit.ClosesAt).Append(cycle.Terms.ClosesAt).Append(due).Max();
        return due > now
            ? new JoiningTime(
                joining.Unit, due, closes, [.. replaced.Where(unit => unit.DueAt == due).Select(unit => unit.Unit).Order()])
            : calendar.Move(VietnamTime.DayOf(now), WorkingDays).Map(day =>
            {
                var own = VietnamTime.At(day, TimeOnly.FromTimeSpan(general.ToOffset(VietnamTime.Offset).TimeOfDay));
                return new JoiningTime(joining.Unit, own, own > closes ? own : closes, []);
            });
    }
}
