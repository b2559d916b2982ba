using System.Globalization;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>
/// What a cell takes, as Excel checks it while it is typed in. Lists stop what is not in them; of numbers and days it only warns, for a
/// number typed as text is read too.
/// </summary>
/// <param name="Cells">One cell or a range, e.g. C7 or C7:C206.</param>
internal sealed record Validation(string Cells, string Type, string? Operator, string? First, string? Second, string Error)
{
    private const int MostError = 225;
    private const int MostPrompt = 255;

    public bool Stops => Type == "list";

    /// <summary>Shown while the cell is selected; empty: nothing.</summary>
    public string Prompt { get; private init; } = "";

    /// <param name="first">The first of the cells, to which a formula refers.</param>
    /// <param name="list">The defined name of the list that the type has.</param>
    /// <returns>Null for what is not checked.</returns>
    public static Validation? Of(string cells, CellReference first, FieldType type, bool mayNotApply, string? list, string help)
    {
        var wanted = type switch
        {
            _ when list is not null => new Validation(cells, "list", null, list, null, "Hãy chọn một mục trong danh sách."),
            { Bounds: { } bounds } => OfNumber(cells, first, bounds, mayNotApply),
            FieldType.Date when mayNotApply => new Validation(
                cells, "custom", null, OrNotApplicable(first, $"ISNUMBER({first})"), null, "Ghi ngày/tháng/năm, ví dụ 20/07/2026."),
            FieldType.Date => new Validation(cells, "date", "between", "16438", "109939", "Ghi ngày/tháng/năm, ví dụ 20/07/2026."),
            FieldType.Text { MaxLength: < XmlText.MostOfCell and var most } => OfText(cells, most),
            FieldType.Narrative { MaxLength: < XmlText.MostOfCell and var most } => OfText(cells, most),
            _ => null,
        };
        return wanted is null ? null : wanted with { Error = Cut(wanted.Error, MostError), Prompt = Cut(help, MostPrompt) };
    }

    private static Validation OfNumber(string cells, CellReference first, NumericBounds bounds, bool mayNotApply)
    {
        var (min, max) = (bounds.Min.ToString(CultureInfo.InvariantCulture), bounds.Max.ToString(CultureInfo.InvariantCulture));
        var error = string.Create(
            Vietnamese.Culture, $"Nhập {(bounds.Scale == 0 ? "số nguyên" : "số")} từ {bounds.Min:#,0.######} đến {bounds.Max:#,0.######}.");
        var whole = bounds.Scale == 0 ? $",{first}=INT({first})" : "";
        return mayNotApply
            ? new Validation(
                cells, "custom", null, OrNotApplicable(first, $"AND(ISNUMBER({first}),{first}>={min},{first}<={max}{whole})"), null,
                $"{error} Hoặc ghi \"{CellWords.NotApplicable}\".")
            : new Validation(cells, bounds.Scale == 0 ? "whole" : "decimal", "between", min, max, error);
    }

    private static Validation OfText(string cells, int most) => new(
        cells, "textLength", "lessThanOrEqual", most.ToString(CultureInfo.InvariantCulture), null,
        string.Create(Vietnamese.Culture, $"Tối đa {most:#,0} ký tự."));

    private static string OrNotApplicable(CellReference cell, string condition) => $"OR({cell}=\"{CellWords.NotApplicable}\",{condition})";

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
