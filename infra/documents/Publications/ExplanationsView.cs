using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Giải trình: what the units said of the unusual values that one rule found.</summary>
/// <param name="Few">So few that they stand open.</param>
internal sealed record ExplanationsView(string Message, string Count, bool Few, IReadOnlyList<ExplanationRow> Rows)
{
    public bool HasValues => Rows.Any(row => row.Values.Count > 0);

    public static IReadOnlyList<ExplanationsView> Of(SectorReport report, Form form, ReportUnits units) =>
    [
        .. from given in report.Explanations
           group given by (given.Rule, given.Message) into found
           select new ExplanationsView(
               found.Key.Message,
               Written.Count(found.Count()),
               found.Count() <= 5,
               [.. found.Select(given => new ExplanationRow(units.NameOf(given.Unit), ValuesOf(given.Of, form), given.Text))]),
    ];

    private static List<string> ValuesOf(string values, Form form) =>
    [
        .. from part in values.Split(';')
           let pair = part.Split('=', 2)
           let field = form.Find(FieldCode.Of(pair[0]))
           where pair.Length == 2 && field?.Type is { Bounds: not null } or FieldType.YesNo or FieldType.Choice
           let value = pair[1] switch { "" => "để trống", "-" => "không áp dụng", _ => CellView.TextOf(field.Type, pair[1]) }
           select $"{field.Label}: {value}",
    ];
}

internal sealed record ExplanationRow(string Unit, IReadOnlyList<string> Values, string Text);
