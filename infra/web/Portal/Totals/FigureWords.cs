using VksServerless.Documents;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Totals;

/// <summary>A figure with its unit of measure, as a page shows it.</summary>
public static class FigureWords
{
    /// <summary>Null where it is no single number.</summary>
    public static string? Of(Field field, Figure? figure) => figure switch
    {
        Figure.Rows rows => $"{Written.Count(rows.Count)} dòng",
        Figure.Tally tally => string.Join("; ", Labels.OptionsOf(field)
            .Where(option => tally.Counts.ContainsKey(option.Code))
            .Select(option => $"{option.Label}: {Written.Count(tally.Counts[option.Code])}")),
        _ => FigureNumber.Of(figure) is { } value ? Of(field, value) : null,
    };

    public static string Of(Field field, decimal value) => FigureText.Of(value) + Measure(field);

    public static string Measure(Field field) => field.Measure.Length > 0
        ? (field.Measure == "%" ? "%" : " " + field.Measure)
        : field.Type is FieldType.Percent ? "%" : field.Type is FieldType.Money ? " đồng" : "";

    /// <summary>By how much it has changed, absolutely and in percent.</summary>
    public static string Change(decimal change, decimal? percent, bool inPoints) =>
        change == 0 ? "không đổi"
        : Written.Signed(change) + (inPoints ? " điểm" : percent is { } share ? $" ({Written.Signed(share)}%)" : "");
}
