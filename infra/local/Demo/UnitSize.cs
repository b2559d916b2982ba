using VksServerless.Units;

namespace VksServerless.Local.Demo;

/// <summary>How large a sample unit is; its other figures follow.</summary>
/// <param name="EntersCases">Whether it has cases to enter at all.</param>
internal sealed record UnitSize(int Staff, int Computers, int Servers, int Trained, bool EntersCases)
{
    public static UnitSize Of(Unit unit, Random chances)
    {
        var (least, most, servers) = unit.Level switch
        {
            UnitLevel.District => (8, 26, 1),
            UnitLevel.Province => (55, 140, 4),
            UnitLevel.Press => (35, 80, 2),
            _ => (45, 190, 6),
        };
        var staff = chances.Next(least, most);
        return new UnitSize(
            staff,
            (int)Math.Round(staff * (0.75 + (0.4 * chances.NextDouble()))),
            chances.Next(servers + 1),
            staff - chances.Next((staff / 3) + 1),
            unit.Level is UnitLevel.District or UnitLevel.Province or UnitLevel.HighLevel or UnitLevel.Military);
    }
}
