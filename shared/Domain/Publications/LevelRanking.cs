using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>Xếp hạng: units of one level by their own accepted answers to a field by which units are ranked.</summary>
public sealed record LevelRanking(FieldCode Field, UnitLevel Level, IReadOnlyList<RankedUnit> Units)
{
    internal static IEnumerable<LevelRanking> Gather(Form form, Roster roster, IReadOnlyList<Standing> standings) =>
        from field in form.Fields
        where field.Ranked is not null
        from level in standings.Select(standing => roster.LevelOf(standing.Obligation.Unit)).Distinct().Order()
        let values =
            from standing in standings
            where roster.LevelOf(standing.Obligation.Unit) == level
            let number = standing.Accepted?.Answers[field.Code] as Answer.Number
            where number is not null
            select (standing.Obligation.Unit, number.Value)
        let ranking = Ranking.Of(field.Ranked!.Value, values)
        where ranking.Units.Count > 0
        select new LevelRanking(field.Code, level, ranking.Units);
}
