using System.Xml;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>A table: a header, then nothing but rows, so that they can be sorted, filtered and added to.</summary>
internal sealed class TableSheet(BookDraft draft, Section section, Field field, string name) : ISheet
{
    private const int HeaderRow = 5;
    private const int Prepared = 200;
    private const int MoreThanThere = 20;

    private readonly FieldType.Table _table = (FieldType.Table)field.Type;

    public string Name => name;

    public Visibility Visibility => Visibility.Visible;

    public string? PrintTitles => "$5:$5";

    public static string TitleOf(Section section) =>
        section.Number.Length > 0 ? $"Phần {section.Number}. {section.Title}" : section.Title;

    public void Write(XmlWriter xml)
    {
        var rows = (draft.Report.Answers[field.Code] as Answer.Rows)?.All ?? [];
        var last = HeaderRow + Math.Max(_table.MaxRows, rows.Count);
        var setup = new SheetSetup(name, [.. _table.Columns.Select(WidthOf)])
        {
            Frozen = new CellReference(HeaderRow + 1, 2),
            Landscape = _table.Columns.Sum(WidthOf) > 90,
            HasFreeRows = draft.IsEditable(field),
            Filter = $"A{HeaderRow}:{CellReference.Letters(_table.Columns.Count)}{last}",
        };
        var sheet = new SheetWriter(xml, setup, draft.Styles, isFirst: false);
        WriteHead(sheet);
        WriteHeader(sheet, last);
        for (var at = 0; at < Math.Max(rows.Count, Math.Min(_table.MaxRows, Math.Max(rows.Count + MoreThanThere, Prepared))); at++)
        {
            var row = at < rows.Count ? rows[at] : null;
            sheet.Add([.. _table.Columns.Select(column =>
                AnswerCells.Of(row?.GetValueOrDefault(column.Code), column.Type, StyleOf(column)))]);
        }

        sheet.End();
    }

    private void WriteHead(SheetWriter sheet)
    {
        var plain = new CellStyle(Look.Plain);
        draft.Identity.AddTable(field);
        sheet.Add(CellContent.Text(TitleOf(section), new CellStyle(Look.Title)));
        sheet.Add(CellContent.Text(
            $"{field.Label}{(field.Required ? " *" : "")}. Tối đa {_table.MaxRows} dòng. "
            + (draft.Before(field) is { } before ? $"Kỳ trước: {AnswerCells.Words(before, field.Type)}." : ""), plain));
        sheet.Add(CellContent.Text(field.Help.ReplaceLineEndings(" "), plain));
        if (!field.MayNotApply)
        {
            sheet.Add();
            return;
        }

        var cell = new CellReference(sheet.Row + 1, 2);
        var isNone = draft.Report.Answers[field.Code] is Answer.NotApplicable;
        sheet.Add(
            CellContent.Text("Đơn vị không thuộc diện kê bảng này thì chọn ở ô bên:", plain),
            CellContent.Text(isNone ? CellWords.NotApplicable : "", InputStyle("")));
        draft.Names.Add(Names.OfField(field.Code), name, cell);
        sheet.Check(Validation.Of(
            cell.ToString(), cell, field.Type, mayNotApply: true, draft.Lists.NameOf([CellWords.NotApplicable]), ""));
    }

    private void WriteHeader(SheetWriter sheet, int last)
    {
        sheet.Add([.. _table.Columns.Select(column => CellContent.Text(CellWords.HeaderOf(column), new CellStyle(Look.Header)))]);
        foreach (var (at, column) in _table.Columns.Index())
        {
            var (head, first, end) =
                (new CellReference(HeaderRow, at + 1), new CellReference(HeaderRow + 1, at + 1), new CellReference(last, at + 1));
            draft.Names.Add(Names.OfColumn(field.Code, column.Code), name, head);
            draft.Names.Add(Names.OfRange(field.Code.ToString(), column.Code), name, first, end);
            draft.Identity.AddColumn(field, column);
            if (draft.IsEditable(field))
            {
                var list = draft.Lists.NameOf(CellWords.ListOf(column.Type, mayNotApply: false));
                sheet.Check(Validation.Of($"{first}:{end}", first, column.Type, mayNotApply: false, list, column.Help));
            }
        }
    }

    private CellStyle StyleOf(Column column) => InputStyle(AnswerCells.FormatOf(column.Type));

    private CellStyle InputStyle(string format) =>
        draft.IsEditable(field) ? new CellStyle(Look.Input, format, Locked: false) : new CellStyle(Look.Fixed, format);

    private static double WidthOf(Column column) => column.Type switch
    {
        FieldType.Text { MaxLength: > 100 } => 40,
        FieldType.Text => 24,
        FieldType.Choice => 28,
        FieldType.YesNo => 10,
        _ => 16,
    };
}
