using VksServerless.Documents.Charts;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>The rows of a table, counted and added up by the groups that the form names.</summary>
internal sealed record GroupedRows(
    IndicatorView Indicator,
    string Count,
    string Progress,
    IReadOnlyList<SharePart> States,
    Chart? ProgressBar,
    Counted Units,
    IReadOnlyList<string> GroupColumns,
    IReadOnlyList<NodeColumn> SumColumns,
    GroupLine Total,
    IReadOnlyList<GroupLine> Lines,
    IReadOnlyList<OtherLine> Others)
{
    private const string Blank = "(để trống)";

    public bool HasGroups => GroupColumns.Count > 0;

    public string GroupWidth => $"{GroupColumns.Count}";

    /// <param name="id">Of its drawing in the page.</param>
    public static GroupedRows Of(Section section, Field field, SectorReport report, string id)
    {
        var rows = report.Figures.GetValueOrDefault(field.Code) as Figure.Rows ?? new Figure.Rows(new Dictionary<string, RowGroup>(), 0);
        var grouping = field.Grouping ?? new Grouping([], []);
        var columns = ((FieldType.Table)field.Type).Columns.ToDictionary(column => column.Code);
        var by = grouping.By.Select(code => columns[code]).ToList();
        var sums = grouping.Sums.Select(code => columns[code]).ToList();
        var groups = rows.Groups.Select(group => (Codes: group.Key.Split('|'), group.Value))
            .OrderBy(group => PlaceOf(group.Codes, by), Comparer<IReadOnlyList<int>>.Create(Compare)).ToList();
        var all = rows.Groups.Values.Aggregate(new RowGroup(0, new Dictionary<string, decimal>()), RowGroup.Add);
        var firsts = groups.GroupBy(group => group.Codes[0]).ToDictionary(group => group.Key, group => group.ToList());
        var states = IsOfTheOwner(section) && by is [{ Type: FieldType.Choice choice }] ? StatesOf(rows, choice) : [];
        return new GroupedRows(
            IndicatorView.Of(field),
            Written.Count(rows.Count),
            ProgressOf(rows, states),
            states,
            states.Count == 0 ? null : new ShareChart(id, field.Label, by[0].Label, states).Draw(),
            Counted.Of(field, rows.Units, report),
            [.. by.Select(column => column.Label)],
            [.. sums.Select(column => new NodeColumn("", column.Label, column.Measure))],
            LineOf([], all, []),
            by.Count == 0 ? [] : [.. firsts.Values.SelectMany(lines => lines.Select((group, index) => LineOf(
                [.. by.Select((column, at) => LabelOf(column, group.Codes[at]))], group.Value, index == 0
                    ? [.. lines.Select(line => line.Value.Count)]
                    : [])))],
            [
                .. (report.Others ?? []).Where(other => other.Field == field.Code).Select(other => new OtherLine(
                    other.Names[0], string.Join("; ", other.Names.Skip(1)), Written.Count(other.Count), Written.Count(other.Units),
                    [.. sums.Select(column => FigureText.Of(other.Sums.GetValueOrDefault(column.Code)))])),
            ]);

        GroupLine LineOf(IReadOnlyList<string> labels, RowGroup group, IReadOnlyList<int> counts) => new(
            labels.Count > 0 ? labels[0] : "",
            counts.Count == 0 ? "" : $"{counts.Count}",
            by.Count > 1 ? $"{Written.Count(counts.Sum())} dòng; {Written.Share(counts.Sum(), rows.Count)}" : "",
            [.. labels.Skip(1)],
            Written.Count(group.Count),
            Written.Share(group.Count, rows.Count),
            [.. sums.Select(column => FigureText.Of(group.Sums.GetValueOrDefault(column.Code)))]);
    }

    /// <summary>Answered once, by the units that are named for it alone: of the plan's owner, how far it has come.</summary>
    private static bool IsOfTheOwner(Section section) => section.Audience is { Levels.Count: 0, Units.Count: > 0 };

    /// <summary>The form's states, and rows of which the state is blank or none of them.</summary>
    private static IReadOnlyList<SharePart> StatesOf(Figure.Rows rows, FieldType.Choice states)
    {
        IReadOnlyList<SharePart> parts =
        [
            .. states.Options.Select(state => new SharePart(
                char.ToLower(state.Label[0], Vietnamese.Culture) + state.Label[1..],
                rows.Groups.GetValueOrDefault(state.Code)?.Count ?? 0)),
        ];
        var others = rows.Count - parts.Sum(part => part.Value);
        return others > 0 ? [.. parts, new SharePart("chưa rõ", others)] : parts;
    }

    /// <summary>4/20 hoàn thành, 16/20 đang triển khai, 0 chưa triển khai.</summary>
    private static string ProgressOf(Figure.Rows rows, IReadOnlyList<SharePart> states) => string.Join(", ", states.Select(state =>
        state.Value > 0 ? $"{FigureText.Of(state.Value)}/{Written.Count(rows.Count)} {state.Name}" : $"0 {state.Name}"));

    private static string LabelOf(Column column, string code) => code.Length == 0 ? Blank : Labels.OfOption(column.Type, code);

    /// <summary>As the options stand in the form; blank ones and such as are no options any more come last.</summary>
    private static List<int> PlaceOf(string[] codes, List<Column> by) =>
        [.. by.Select((column, at) => (int)Math.Min(
            (uint)Labels.OptionsOf(column.Type).Select(option => option.Code).ToList().IndexOf(codes[at]), 9999))];

    private static int Compare(IReadOnlyList<int> left, IReadOnlyList<int> right) =>
        left.Zip(right).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(comparison => comparison != 0);
}

/// <param name="First">The first column's group.</param>
/// <param name="Span">Over how many lines it stretches; empty where it has been named already.</param>
/// <param name="Of">What its lines come to, where they are several.</param>
internal sealed record GroupLine(
    string First, string Span, string Of, IReadOnlyList<string> Rest, string Count, string Share, IReadOnlyList<string> Sums);

/// <param name="Also">Other ways in which units wrote the name.</param>
internal sealed record OtherLine(string Name, string Also, string Count, string Units, IReadOnlyList<string> Sums);
