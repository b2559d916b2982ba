using VksServerless.Documents;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Web.Portal.Totals;

namespace VksServerless.Web.Portal.Publications;

/// <summary>A figure of the sector that is read first, beside what it was.</summary>
/// <param name="Then">Null: not known.</param>
/// <param name="Change">Null: not known.</param>
public sealed record KeyFigure(Field Field, string Now, string? Then, string? Change)
{
    private const int Most = 6;
    private const string Yes = "yes";

    public string Label => Field.Label;

    /// <summary>What units are ranked by comes first, then numbers, then counted answers and tables, in the form's order.</summary>
    public static IReadOnlyList<KeyFigure> Of(SectorReport report, Form form) =>
    [
        .. (from field in form.Fields
            let figure = report.Figures.GetValueOrDefault(field.Code)
            where figure is not null && TextOf(report, field, figure) is not null
            orderby field.Ranked is null, FigureNumber.Of(figure) is null, figure is Figure.Rows
            select Of(report, field, figure)).Take(Most),
    ];

    private static KeyFigure Of(SectorReport report, Field field, Figure figure)
    {
        var option = figure is Figure.Tally ? Yes : null;
        var compared = report.Comparison?.Figures.FirstOrDefault(one => one.Field == field.Code && one.Option == option);
        return new KeyFigure(
            field,
            TextOf(report, field, figure)!,
            compared is null ? null : figure is Figure.Tally ? $"{FigureText.Of(compared.Then)}%"
                : figure is Figure.Rows ? $"{FigureText.Of(compared.Then)} dòng" : FigureWords.Of(field, compared.Then),
            compared is null ? null : FigureWords.Change(compared.Change, compared.Percent, compared.InPoints is true));
    }

    private static string? TextOf(SectorReport report, Field field, Figure figure) => figure switch
    {
        Figure.Tally tally when field.Type is FieldType.YesNo => Share(
            tally.Counts.GetValueOrDefault(Yes), report.Denominators.GetValueOrDefault(field.Code)?.Concerned ?? tally.Units),
        Figure.Tally => null,
        _ => FigureWords.Of(field, figure),
    };

    private static string Share(int part, int whole) =>
        $"{Written.WholeShare(part, whole)} ({Written.Count(part)}/{Written.Count(whole)} đơn vị)";
}
