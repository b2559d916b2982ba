using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>Theo cấp: how the units of one level stand, and how many of them answered what (61/63 VKSND cấp tỉnh).</summary>
/// <param name="Tallies">By code of each field whose answers are counted and that units of the level are asked.</param>
public sealed record LevelAnswers(UnitLevel Level, Completeness Completeness, IReadOnlyDictionary<string, LevelTally> Tallies)
{
    internal static IEnumerable<LevelAnswers> Gather(Form form, Roster roster, IReadOnlyList<Standing> standings) =>
        from standing in standings
        group standing by roster.LevelOf(standing.Obligation.Unit) into level
        orderby level.Key
        let all = level.ToList()
        select new LevelAnswers(
            level.Key,
            all.Aggregate(Completeness.None, (sofar, standing) => sofar + Completeness.Of(standing.Obligation)),
            TalliesOf(form, roster, all));

    /// <summary>By field that is answered with yes or no: who answered no, in reading order.</summary>
    internal static SortedDictionary<string, IReadOnlyList<UnitCode>> Declined(Form form, IReadOnlyList<Standing> standings) => new(
        form.Fields.Where(field => field is { Type: FieldType.YesNo, Aggregation: AggregationMethod.Tally })
            .Select(field => (field.Code, Units: standings
                .Where(standing => standing.Accepted?.Answers[field.Code] is Answer.YesNo { Value: false })
                .Select(standing => standing.Obligation.Unit).ToList()))
            .Where(field => field.Units.Count > 0)
            .ToDictionary(field => field.Code.ToString(), IReadOnlyList<UnitCode> (field) => field.Units),
        StringComparer.Ordinal);

    private static SortedDictionary<string, LevelTally> TalliesOf(Form form, Roster roster, List<Standing> standings)
    {
        var tallies = new SortedDictionary<string, LevelTally>(StringComparer.Ordinal);
        foreach (var (section, field) in form.Sections.SelectMany(section => section.Fields.Select(field => (section, field)))
            .Where(entry => entry.field.Aggregation == AggregationMethod.Tally))
        {
            var asked = Denominator.AskedOf(section, roster, standings);
            if (asked.Count > 0)
            {
                tallies[field.Code.ToString()] = new LevelTally(Denominator.Of(field, asked).Concerned, Count(field, asked));
            }
        }

        return tallies;
    }

    private static SortedDictionary<string, int> Count(Field field, List<Standing> asked) => new(
        asked.Select(standing => FigureTable.OptionOf(standing.Accepted?.Answers[field.Code])).OfType<string>()
            .CountBy(option => option).ToDictionary(),
        StringComparer.Ordinal);
}

/// <param name="Concerned">Those of the level who could have answered.</param>
/// <param name="Counts">By option how many chose it; yes and no under "yes" and "no". What nobody chose is not in it.</param>
public sealed record LevelTally(int Concerned, IReadOnlyDictionary<string, int> Counts);
