using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>Answers as cells hold them.</summary>
internal static class AnswerCells
{
    /// <summary>Digits that a number in a cell keeps.</summary>
    private const int MostDigits = 15;

    private const int MostShown = 500;

    private static readonly DateOnly Epoch = new(1899, 12, 30);
    private static readonly DateOnly FirstSafeDay = new(1900, 3, 1);

    /// <summary>Whether a cell can hold what the field takes, and what was answered.</summary>
    public static bool Fits(Field field, Answer? answer) => field.Type is not FieldType.Attachment && answer switch
    {
        Answer.Words words => words.Text.Length <= XmlText.MostOfCell,
        Answer.Rows rows => rows.All.All(row => row.Values.All(cell => cell is not Answer.Words { Text.Length: > XmlText.MostOfCell })),
        _ => true,
    };

    public static string FormatOf(FieldType type) => type switch
    {
        { Bounds: { Scale: > 0 } bounds } => "#,##0." + new string('0', bounds.Scale),
        { Bounds: not null } => "#,##0",
        FieldType.Date => "dd/mm/yyyy",
        FieldType.Text or FieldType.Narrative => "@",
        _ => "",
    };

    public static CellContent Of(Answer? answer, FieldType type, CellStyle style) => answer switch
    {
        null => CellContent.Blank(style),
        Answer.Number number => OfNumber(number.Value, type, style),
        Answer.Day day when day.Value >= FirstSafeDay => CellContent.Number(day.Value.DayNumber - Epoch.DayNumber, style),
        _ => CellContent.Text(Words(answer, type), style),
    };

    /// <summary>As it is shown beside the cell to fill in: of a long text its beginning.</summary>
    public static CellContent Shown(Answer answer, FieldType type, CellStyle style) =>
        answer is Answer.Words { Text: { Length: > MostShown } text }
        ? CellContent.Text(text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…", style)
        : Of(answer, type, style);

    /// <summary>In words, of tables and files how many there are.</summary>
    public static string Words(Answer answer, FieldType type) => answer switch
    {
        Answer.Number number => FigureText.Of(number.Value),
        Answer.YesNo yesNo => yesNo.Value ? CellWords.Yes : CellWords.No,
        Answer.Choice choice when type is FieldType.Choice offered => CellWords.Of(offered, choice.Option),
        Answer.Choice choice => choice.Option,
        Answer.Words words => words.Text,
        Answer.Day day => Vietnamese.Day(day.Value),
        Answer.Rows rows => $"{rows.All.Count} dòng",
        Answer.Files files => $"{files.Ids.Count} tệp",
        _ => CellWords.NotApplicable,
    };

    private static CellContent OfNumber(decimal number, FieldType type, CellStyle style) =>
        Math.Abs(number) < 1_000_000_000_000_000m && DigitsOf(number) <= MostDigits
            ? CellContent.Number(Exact.Normalise(number), style)
            : CellContent.Text(TypedNumber.Write(number, type.Bounds ?? new NumericBounds(0, 0, 6)), style);

    private static int DigitsOf(decimal number) => Exact.Normalise(Math.Abs(number))
        .ToString(System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
}
