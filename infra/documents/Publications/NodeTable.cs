using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Summed indicators of a section by the units directly under the sector, as many columns as a landscape page carries.</summary>
/// <param name="Part">Which of how many, when the columns do not fit one page; else empty.</param>
internal sealed record NodeTable(
    string Part, IReadOnlyList<NodeColumn> Columns, IReadOnlyList<string> Totals, IReadOnlyList<NodeRow> Rows, string Left,
    bool AnyAdjusted)
{
    // Digits of 8.5 points that fit on A4 landscape beside the unit's name.
    private const int PageWidth = 128;

    // A narrower column breaks its heading in mid-word.
    private const int LeastWidth = 6;

    /// <summary>A table of few columns is not stretched over the page: the eye would lose the line.</summary>
    public bool Few => Columns.Count <= 4;

    /// <param name="pageWidth">How many digits the columns may take together.</param>
    public static IReadOnlyList<NodeTable> Of(
        Section section, IReadOnlyList<Field> fields, SectorReport report, ReportUnits units, int pageWidth = PageWidth)
    {
        var shown = report.Nodes.Where(node => fields.Any(field => node.Figures.ContainsKey(field.Code))).ToList();
        if (shown.Count == 0)
        {
            return [];
        }

        var left = units.NodesAsked(section.Audience).Except(shown.Select(node => node.Unit)).Count();
        var parts = Split([.. fields.Select(field => WidthOf(field, report))], pageWidth);
        return [.. parts.Select((range, index) => Of(
            fields, range, parts.Count == 1 ? "" : $" (phần {index + 1}/{parts.Count})", shown, left, report))];
    }

    private static NodeTable Of(
        IReadOnlyList<Field> fields, Range range, string part, List<NodeFigures> shown, int left, SectorReport report)
    {
        var (start, count) = range.GetOffsetAndLength(fields.Count);
        var columns = fields.Skip(start).Take(count).ToList();
        return new NodeTable(
            part,
            [.. columns.Select((field, index) => new NodeColumn($"({start + index + 1})", field.Label, field.Measure))],
            [.. columns.Select(field => Text(report.Figures, field))],
            [.. shown.Select((node, index) => new NodeRow(
                Written.Count(index + 1), node.Name, [.. columns.Select(field => Text(node.Figures, field))]))],
            left == 0 ? "" : $"{Written.Count(left)} đơn vị khác không có số liệu của phần này.",
            shown.Any(node => columns.Any(field => node.Figures.GetValueOrDefault(field.Code) is Figure.Sum { Adjusted: not 0 })));
    }

    private static string Text(IReadOnlyDictionary<string, Figure> figures, Field field) =>
        figures.GetValueOrDefault(field.Code) is Figure.Sum sum
        ? FigureText.Of(sum.Total) + (sum.Adjusted == 0 ? "" : "*")
        : Written.Nothing;

    private static int WidthOf(Field field, SectorReport report) =>
        2 + Math.Max(
            LeastWidth, report.Nodes.Select(node => node.Figures).Append(report.Figures).Max(figures => Text(figures, field).Length));

    /// <summary>No more parts than needed, about equally wide.</summary>
    private static List<Range> Split(List<int> widths, int pageWidth)
    {
        var parts = (int)Math.Ceiling(widths.Sum() / (double)pageWidth);
        var ranges = new List<Range>();
        for (int start = 0, part = 0, sofar = 0, at = 0; at < widths.Count; at++)
        {
            sofar += widths[at];
            if (at == widths.Count - 1 || sofar + (widths[at + 1] / 2) >= (part + 1) * widths.Sum() / parts)
            {
                ranges.Add(start..(at + 1));
                (start, part) = (at + 1, part + 1);
            }
        }

        return ranges;
    }
}

internal sealed record NodeColumn(string Number, string Label, string Measure);

internal sealed record NodeRow(string Line, string Name, IReadOnlyList<string> Cells);
