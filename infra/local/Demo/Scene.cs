namespace VksServerless.Local.Demo;

internal enum Deed
{
    Draft,
    Submit,
    Return,
    Resubmit,
    Accept,
}

/// <summary>Who does what when. At one instant a unit is in one scene only.</summary>
internal sealed record Scene(DateTimeOffset At, Part Part, Deed Deed)
{
    /// <summary>Everything that happens around one unit's report, in its order.</summary>
    public static IEnumerable<Scene> Of(Part part, Timetable days, int seed)
    {
        var chances = Part.Chances(seed, part.Code, "scenes");
        if (Handover.Of(part, days, chances) is not { } handed)
        {
            yield break;
        }

        if (chances.NextDouble() < 0.3)
        {
            yield return new Scene(new DateTimeOffset(handed.Date, handed.Offset).AddDays(-1).AddHours(16), part, Deed.Draft);
        }

        yield return new Scene(handed, part, Deed.Submit);
        var judged = Timetable.Later(handed, 1, chances.Next(2) == 0 ? 9 : 14);
        if (part.Slip is not null)
        {
            yield return new Scene(judged, part, Deed.Return);
            var again = Timetable.Later(judged, 1, 15);
            yield return new Scene(again, part, Deed.Resubmit);
            judged = Timetable.Later(again, 1, 10);
        }

        yield return new Scene(judged, part, Deed.Accept);
    }
}
