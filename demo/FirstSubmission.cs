using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>When a unit hands its report in for the first time: most in the last hours, as people do.</summary>
internal static class FirstSubmission
{
    private const int QuarterHours = 36;

    /// <returns>Null when it never does.</returns>
    public static DateTimeOffset? Of(DemoUnit unit, Timetable days, Random chances)
    {
        var due = unit.Unit.Tier switch
        {
            Tier.District => days.District,
            Tier.Province => days.Province,
            _ => days.Supreme,
        };
        return unit.Behaviour switch
        {
            Behaviour.Early => Early(unit.Unit.Tier, days, chances),
            Behaviour.LastHours => due.AddMinutes(-15 * LastQuarters(chances)),
            Behaviour.Late => Timetable.Later(due, 1 + chances.Next(4), 8 + chances.Next(9)),
            Behaviour.Extended => Timetable.Later(due, 1 + chances.Next(4), 8 + chances.Next(9)),
            _ => null,
        };
    }

    /// <summary>Provinces wait for their districts.</summary>
    private static DateTimeOffset Early(Tier tier, Timetable days, Random chances) => tier switch
    {
        Tier.Province => Timetable.Later(days.District, 1 + chances.Next(4), 8 + chances.Next(9)),
        _ => Timetable.Later(
            days.Earliest, 1 + chances.Next(tier == Tier.District ? days.EarlyDistrict : days.EarlySupreme), 8 + chances.Next(9)),
    };

    /// <summary>The nearer to the deadline the more; 0 is the very instant, which is still on time.</summary>
    private static int LastQuarters(Random chances) => (int)(QuarterHours * chances.NextDouble() * chances.NextDouble());
}
