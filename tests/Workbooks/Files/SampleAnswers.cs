using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>Answers drawn from a seed.</summary>
internal sealed class SampleAnswers(uint seed)
{
    private static readonly string[] Texts =
    [
        "Phần mềm quản lý án hình sự", "=1+1", "+84 24 3825", "-5", "@SUM(A1)", "'nháy", "00123", "1100108628127863", "1-2", "01.02",
        "TRUE",
        "_x0041_ <b>&amp;</b>", "Dòng một\nDòng hai\tcột", "Ưỡ ẫ Ỷ Đ 😀", "1.234.567,89",
    ];

    private uint _state = seed;

    public Answers Of(Form form) => new(form.Fields.Where(field => !field.IsDerived && field.Type is not FieldType.Attachment)
        .Select(field => (field.Code, Answer: Next(6) == 0 ? null
            : field.MayNotApply && Next(4) == 0 ? new Answer.NotApplicable() : One(field.Type)))
        .Where(given => given.Answer is not null).ToDictionary(given => given.Code.ToString(), given => given.Answer!));

    /// <summary>Every field answered, every table with rows, every cell filled in.</summary>
    public Answers Full(Form form) => new(form.Fields.Where(field => !field.IsDerived && field.Type is not FieldType.Attachment)
        .ToDictionary(field => field.Code.ToString(), field => field.Type is FieldType.Table table
            ? new Answer.Rows([.. Enumerable.Range(0, Math.Min(table.MaxRows, 3)).Select(
                IReadOnlyDictionary<string, Answer> (_) => table.Columns.ToDictionary(column => column.Code, column => One(column.Type)!))])
            : One(field.Type)!));

    public int Next(int below) => (int)((_state = (_state * 1664525) + 1013904223) / 4294967296.0 * below);

    public Answer? One(FieldType type) => type switch
    {
        FieldType.Money money => new Answer.Number(Next(5) == 0 ? money.Max : money.Min + Next(4_000_000)),
        { Bounds: { } bounds } => new Answer.Number(Number(bounds)),
        FieldType.YesNo => new Answer.YesNo(Next(2) == 0),
        FieldType.Choice choice => new Answer.Choice(choice.Options[Next(choice.Options.Count)].Code),
        FieldType.Date => new Answer.Day(new DateOnly(1945, 1, 1).AddDays(Next(60_000))),
        FieldType.Text text => new Answer.Words(Cut(Texts[Next(Texts.Length)], text.MaxLength)),
        FieldType.Narrative text => new Answer.Words(Cut(
            $"{Texts[Next(Texts.Length)]} {Next(1000)}\n{Texts[Next(Texts.Length)]}".Trim(), text.MaxLength)),
        FieldType.Table table => Next(3) == 0 ? null : new Answer.Rows([.. Enumerable.Range(0, 1 + Next(7)).Select(_ => Row(table))]),
        _ => null,
    };

    private Dictionary<string, Answer> Row(FieldType.Table table) => table.Columns
        .Select(column => (column.Code, Answer: column.Required || Next(5) > 0 ? One(column.Type) : null))
        .Where(cell => cell.Answer is not null).ToDictionary(cell => cell.Code, cell => cell.Answer!);

    private decimal Number(NumericBounds bounds)
    {
        var step = new decimal(1, 0, 0, false, (byte)bounds.Scale);
        return Exact.Normalise(Math.Min(bounds.Max, bounds.Min + (Next(5) == 0 ? 0 : Next(2_000_000) * step)));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most].Trim();
}
