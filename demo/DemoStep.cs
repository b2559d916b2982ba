namespace VksServerless.Demo;

internal enum StepKind
{
    Draft,
    Submit,
    Return,
    Resubmit,
    Accept,
}

/// <summary>Who does what when. At one instant a unit is in one step only.</summary>
internal sealed record DemoStep(DateTimeOffset At, DemoUnit Unit, StepKind Kind)
{
    /// <summary>Everything that happens around one unit's report, in its order.</summary>
    public static IEnumerable<DemoStep> Of(DemoUnit unit, Timetable days, int seed)
    {
        var chances = DemoUnit.Chances(seed, unit.Code, Seeds.Steps);
        if (FirstSubmission.Of(unit, days, chances) is not { } handed)
        {
            yield break;
        }

        if (chances.NextDouble() < 0.3)
        {
            yield return new DemoStep(new DateTimeOffset(handed.Date, handed.Offset).AddDays(-1).AddHours(16), unit, StepKind.Draft);
        }

        yield return new DemoStep(handed, unit, StepKind.Submit);
        var judged = Timetable.Later(handed, 1, chances.Next(2) == 0 ? 9 : 14);
        if (unit.Mistake is not null)
        {
            yield return new DemoStep(judged, unit, StepKind.Return);
            var again = Timetable.Later(judged, 1, 15);
            yield return new DemoStep(again, unit, StepKind.Resubmit);
            judged = Timetable.Later(again, 1, 10);
        }

        yield return new DemoStep(judged, unit, StepKind.Accept);
    }
}
