using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>By what the sector's figures are broken down.</summary>
public enum BreakdownBy
{
    /// <summary>Cấp: district, province, supreme.</summary>
    Tier,

    /// <summary>What kind of unit it is.</summary>
    Level,

    /// <summary>Each unit directly under the sector, with everything below it: provinces, and the units of the supreme procuracy.</summary>
    Province,
}

/// <summary>The sector's figures in parts: every unit stands in exactly one, so that the parts add up to the whole.</summary>
/// <param name="Part">The tier's or level's name, or the unit's code.</param>
public sealed record PartTotal(string Part, IReadOnlyDictionary<string, Figure> Figures, Completeness Completeness)
{
    public static IReadOnlyList<PartTotal> Of(BreakdownBy by, Roster roster, Snapshot sector) =>
    [
        .. sector.Units.Values.GroupBy(unit => PartOf(by, roster, unit.Unit)).OrderBy(part => part.Key).Select(part => new PartTotal(
            part.Key.Name,
            FigureTable.Combine(part.Select(unit => unit.Figures)),
            part.Aggregate(Totals.Completeness.None, (sofar, unit) => sofar + unit.Completeness))),
    ];

    /// <summary>One figure of all, where the part has it.</summary>
    public PartTotal Only(FieldCode field) => this with { Figures = Figures.Where(figure => figure.Key == field.ToString()).ToDictionary() };

    private static (int Order, string Name) PartOf(BreakdownBy by, Roster roster, UnitCode unit) => by switch
    {
        BreakdownBy.Tier => TierOf(roster.LevelOf(unit)) is var tier ? ((int)tier, NameOf(tier)) : default,
        BreakdownBy.Level => roster.LevelOf(unit) is var level ? ((int)level, NameOf(level)) : default,
        _ => (0, HeadOf(roster, unit).ToString()),
    };

    private static UnitCode HeadOf(Roster roster, UnitCode unit)
    {
        var head = unit;
        while (roster.SuperiorOf(head) is { } superior && superior != UnitCode.Sector)
        {
            head = superior;
        }

        return head;
    }

    private static Tier TierOf(UnitLevel level) => level switch
    {
        UnitLevel.District => Tier.District,
        UnitLevel.Province => Tier.Province,
        _ => Tier.Supreme,
    };

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
