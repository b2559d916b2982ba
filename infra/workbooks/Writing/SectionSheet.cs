using System.Globalization;
using System.Xml;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>A section: each field a row. The row repeats hidden whose it is, so that rows that were sorted are noticed.</summary>
internal sealed class SectionSheet(BookDraft draft, Section section, string name, int number) : ISheet
{
    public const int HeaderRow = 3;
    private const int AnswerColumn = 3;
    private const int ExplanationColumn = 6;
    private const int KeyColumn = 8;

    private static readonly CellStyle Label = new(Look.Label);
    private static readonly CellStyle Help = new(Look.Help);

    private static readonly string[] Heads =
        ["STT", "Chỉ tiêu", "Trả lời", "Đơn vị tính", "Kỳ trước", "Giải trình", "Hướng dẫn", "Khóa"];

    public string Name => name;

    public Visibility Visibility => Visibility.Visible;

    public string? PrintTitles => "$3:$3";

    public void Write(XmlWriter xml)
    {
        var setup = new SheetSetup(name, [6, 46, 34, 13, 18, 30, 44, 10])
        {
            Frozen = new CellReference(HeaderRow + 1, AnswerColumn),
            Landscape = true,
            HiddenColumn = KeyColumn,
            Filter = $"A{HeaderRow}:G{HeaderRow + section.Fields.Count}",
        };
        var sheet = new SheetWriter(xml, setup, draft.Styles, isFirst: false);
        sheet.Add(CellContent.Text(TableSheet.TitleOf(section), new CellStyle(Look.Title)));
        sheet.Add(null, section.Help.Length > 0 ? CellContent.Text(section.Help, Help) : null);
        sheet.Add([.. Heads.Select(head => CellContent.Text(head, new CellStyle(Look.Header)))]);
        draft.Names.Add(Names.OfKeys(number), name, new CellReference(HeaderRow, KeyColumn));
        draft.Identity.AddKeys(Names.OfKeys(number));
        foreach (var (at, field) in section.Fields.Index())
        {
            WriteField(sheet, field, at + 1);
        }

        sheet.End();
    }

    private void WriteField(SheetWriter sheet, Field field, int at)
    {
        var row = sheet.Row + 1;
        var isInput = !field.IsDerived && field.Type is not FieldType.Table && !draft.IsOmitted(field);
        var before = draft.Before(field);
        sheet.Add(
            CellContent.Text(at.ToString(CultureInfo.InvariantCulture), Label),
            CellContent.Text(field.Label + (field.Required ? " *" : ""), Label),
            AnswerOf(sheet, field, new CellReference(row, AnswerColumn)),
            CellContent.Text(field.Measure, Label),
            before is null ? CellContent.Blank(Help) : AnswerCells.Shown(before, field.Type, FormatOfBefore(field)),
            ExplanationOf(field, new CellReference(row, ExplanationColumn)),
            CellContent.Text(HelpOf(field), Help),
            CellContent.Text(isInput ? field.Code.ToString() : "", Help));
    }

    private CellContent AnswerOf(SheetWriter sheet, Field field, CellReference cell)
    {
        if (field.Type is FieldType.Table && !draft.IsOmitted(field))
        {
            var place = draft.TableSheets[field.Code];
            sheet.Link(cell, $"{SheetNames.Quoted(place)}!A1");
            return CellContent.Text($"Kê ở trang \"{place}\"", new CellStyle(Look.Link));
        }

        draft.Names.Add(Names.OfField(field.Code), name, cell);
        if (draft.IsOmitted(field))
        {
            draft.Identity.AddOmitted(field);
            return CellContent.Text(Elsewhere(field), new CellStyle(Look.Fixed));
        }

        if (field.IsDerived)
        {
            return draft.Derived.Of(field);
        }

        draft.Identity.AddField(field);
        if (draft.IsEditable(field))
        {
            var list = draft.Lists.NameOf(CellWords.ListOf(field.Type, field.MayNotApply));
            sheet.Check(Validation.Of(cell.ToString(), cell, field.Type, field.MayNotApply, list, field.Help));
        }

        return AnswerCells.Of(draft.Report.Answers[field.Code], field.Type, InputStyle(field));
    }

    private CellStyle InputStyle(Field field) => draft.IsEditable(field)
        ? new CellStyle(Look.Input, AnswerCells.FormatOf(field.Type), Locked: false)
        : new CellStyle(Look.Fixed, AnswerCells.FormatOf(field.Type));

    private CellContent ExplanationOf(Field field, CellReference cell)
    {
        if (!draft.Explained.TryGetValue(field.Code, out var rules))
        {
            return CellContent.Blank(new CellStyle(Look.Fixed));
        }

        draft.Names.Add(Names.OfExplanation(field.Code), name, cell);
        draft.Identity.AddExplanation(field.Code, rules);
        var look = draft.QuestionOf(field.Code).Length > 0 ? Look.Asked : Look.Input;
        return CellContent.Text(draft.ExplanationOf(field.Code), new CellStyle(look, "@", Locked: false));
    }

    private string HelpOf(Field field) =>
        draft.QuestionOf(field.Code) is { Length: > 0 } question ? $"Cần giải trình: {question}\n{field.Help}".TrimEnd() : field.Help;

    private string Elsewhere(Field field) => field.Type is FieldType.Attachment
        ? $"{(draft.Report.Answers[field.Code] is { } files ? AnswerCells.Words(files, field.Type) : "0 tệp")}; đính kèm trên trang báo cáo"
        : "Nội dung dài hơn một ô Excel chứa được; hãy sửa trên trang báo cáo";

    private static CellStyle FormatOfBefore(Field field) =>
        new(Look.Help, field.Type.Bounds is not null || field.Type is FieldType.Date ? AnswerCells.FormatOf(field.Type) : "@");
}
