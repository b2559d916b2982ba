using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Difficulties;

/// <summary>What a report says of difficulties: each row of a table, and each text, that its form lays on the desk.</summary>
/// <param name="Field">By its code.</param>
public sealed record FromReport(FieldCode Field, DifficultyWords Words)
{
    /// <summary>
    /// The options by which forms ask for the area: kho-khan-vuong-mac is finer than the desk, which only parts its work by it.
    /// </summary>
    private static readonly Dictionary<string, DifficultyArea> Areas = new(StringComparer.Ordinal)
    {
        ["chi_dao"] = DifficultyArea.Direction,
        ["ha_tang"] = DifficultyArea.Infrastructure,
        ["duong_truyen"] = DifficultyArea.Infrastructure,
        ["pm_nghiep_vu"] = DifficultyArea.Software,
        ["pm_thong_ke"] = DifficultyArea.Software,
        ["pm_van_ban"] = DifficultyArea.Software,
        ["dinh_danh_chu_ky"] = DifficultyArea.Security,
        ["an_toan"] = DifficultyArea.Security,
        ["du_lieu"] = DifficultyArea.Data,
        ["nhan_luc"] = DifficultyArea.Staff,
        ["kinh_phi"] = DifficultyArea.Funding,
        ["quy_che"] = DifficultyArea.Regulation,
    };

    /// <summary>In the form's order; the same words in the same field once.</summary>
    public static IReadOnlyList<FromReport> Of(Form form, ReportContent content) =>
    [
        .. form.Fields.Where(field => field.Desk)
            .SelectMany(field => In(field, content.Answers[field.Code]).Select(words => new FromReport(field.Code, words)))
            .Where(one => one.Words.Title.Length > 0)
            .Distinct(),
    ];

    private static IEnumerable<DifficultyWords> In(Field field, Answer? answer) => (field.Type, answer) switch
    {
        (_, Answer.Words words) => [OfText(words.Text)],
        (FieldType.Table table, Answer.Rows rows) => rows.All.Select(row => OfRow(table, row)),
        _ => [],
    };

    /// <summary>The first line is the title; what is no longer than it needs no text.</summary>
    private static DifficultyWords OfText(string text)
    {
        var title = text.Split('\n', 2)[0];
        return DifficultyWords.OfReport(
            DifficultyArea.Other, title, title.Length == text.Length && text.Length <= DifficultyWords.LongestTitle ? "" : text);
    }

    /// <summary>The first text of the row is the title, the other cells are its text, each with its column's label.</summary>
    private static DifficultyWords OfRow(FieldType.Table table, IReadOnlyDictionary<string, Answer> row)
    {
        var cells = table.Columns.Where(column => row.ContainsKey(column.Code))
            .Select(column => (Column: column, Text: TextOf(column, row[column.Code]))).ToList();
        var title = cells.FirstOrDefault(cell => cell.Column.Type is FieldType.Text);
        var others = string.Join(
            '\n', cells.Where(cell => cell.Column != title.Column).Select(cell => $"{cell.Column.Label}: {cell.Text}"));
        return DifficultyWords.OfReport(AreaOf(row), title.Text ?? others, title.Text is null ? "" : others);
    }

    /// <summary>A choice among the areas says the area.</summary>
    private static DifficultyArea AreaOf(IReadOnlyDictionary<string, Answer> row) =>
        row.Values.OfType<Answer.Choice>().Where(choice => Areas.ContainsKey(choice.Option))
            .Select(choice => (DifficultyArea?)Areas[choice.Option]).FirstOrDefault()
        ?? DifficultyArea.Other;

    private static string TextOf(Column column, Answer answer) => answer switch
    {
        Answer.Words words => words.Text,
        Answer.Choice choice =>
            (column.Type as FieldType.Choice)?.Options.FirstOrDefault(option => option.Code == choice.Option)?.Label ?? choice.Option,
        Answer.YesNo yesNo => yesNo.Value ? "Có" : "Không",
        Answer.Day day => Vietnamese.Day(day.Value),
        Answer.Number number => $"{FigureText.Of(number.Value)} {column.Measure}".TrimEnd(),
        _ => "Không áp dụng",
    };
}
