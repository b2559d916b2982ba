using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Units;

namespace VksServerless.Documents.Publications;

/// <summary>
/// What the units of each level answered, as a report says it: 61/63 VKSND cấp tỉnh; 3/3 VKSND cấp cao, and by name those who said no
/// or of whom nothing is known.
/// </summary>
internal sealed record ByLevelView(string Label, IReadOnlyList<LevelLine> Lines, IReadOnlyList<LevelNames> Named)
{
    public const string NothingKnown = "Chưa có số liệu";

    public static IReadOnlyList<ByLevelView> Of(Section section, SectorReport report, ReportUnits units) => report.Levels is null ? [] :
    [
        .. from field in section.Fields
           where field.Aggregation == AggregationMethod.Tally
           let levels = report.Levels.Where(level => level.Tallies.GetValueOrDefault(field.Code) is { Concerned: > 0 }).ToList()
           where levels.Count > 0
           select new ByLevelView(
               field.Label,
               [.. Shown(field).Select(option => LevelLine.Of(option, field, levels, units))],
               [
                   .. new[]
                   {
                       LevelNames.Of("Trả lời “Không”", report.Declined?.GetValueOrDefault(field.Code) ?? [], units),
                       LevelNames.Of(NothingKnown, Unknown(section, field, report, units), units),
                   }.Where(names => names.Groups.Count > 0),
               ]),
    ];

    /// <summary>Of yes and no the one says the other.</summary>
    private static IEnumerable<Option> Shown(Field field) =>
        field.Type is FieldType.YesNo ? Labels.OptionsOf(field).Take(1) : Labels.OptionsOf(field);

    private static IReadOnlyList<UnitCode> Unknown(Section section, Field field, SectorReport report, ReportUnits units) =>
    [
        .. report.Manifest.Where(entry => entry is { Version: null, State: not "exempt", Level: { } level }
            && units.IsAsked(section.Audience, entry.Unit, level)).Select(entry => entry.Unit),
        .. report.Denominators.GetValueOrDefault(field.Code)?.Blank ?? [],
    ];
}

internal sealed record LevelLine(string Option, string Text)
{
    public static LevelLine Of(Option option, Field field, IReadOnlyList<LevelAnswers> levels, ReportUnits units) => new(
        option.Label,
        string.Join("; ", levels
            .Select(level => (Name: units.ShortNameOf(level.Level), Tally: level.Tallies.GetValueOrDefault(field.Code)!))
            .Select(level => Say(level.Name, level.Tally.Counts.GetValueOrDefault(option.Code), level.Tally.Concerned))) + ".");

    private static string Say(string level, int count, int whole) =>
        $"{Written.Count(count)}/{Written.Count(whole)} {level} ({Written.WholeShare(count, whole)})";
}

/// <param name="Few">So few that they stand open.</param>
internal sealed record LevelNames(string Heading, string Count, bool Few, IReadOnlyList<NamedGroup> Groups)
{
    private const int MostOpen = 20;

    public static LevelNames Of(string heading, IReadOnlyList<UnitCode> named, ReportUnits units)
    {
        var absent = AbsentView.Of(heading, named, units);
        return new LevelNames(heading, absent.Count, named.Count <= MostOpen, absent.Groups);
    }
}
