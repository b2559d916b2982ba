using System.Text.Json.Nodes;
using VksServerless.Application.Workbooks;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>A workbook that was read: its cells are judged when the form is known.</summary>
internal sealed class ReadWorkbook : FilledWorkbook
{
    private readonly CellBook _book;
    private readonly IReadOnlyList<IdentityRow> _rows;

    public ReadWorkbook(CellBook book)
    {
        _book = book;
        _rows = Reading.Identity.Read(book);
        Identity = Reading.Identity.Of(_rows);
    }

    public override WorkbookIdentity Identity { get; }

    public override WorkbookContent ContentOf(Form form)
    {
        if (form.Ref != Identity.Form)
        {
            throw new ArgumentException($"The workbook is of form {Identity.Form}, not {form.Ref}.", nameof(form));
        }

        var found = new Findings();
        var answers = new JsonObject();
        var fields = new FieldCells(_book, _rows, found);
        var tables = new TableCells(_book, _rows, found);
        foreach (var (row, field) in Asked(form, "field"))
        {
            fields.Read(field, row.Name, answers);
        }

        foreach (var (row, field) in Asked(form, "table").Where(asked => asked.Field.Type is FieldType.Table))
        {
            tables.Read(field, row.Name, answers);
        }

        foreach (var field in form.Fields.Where(field => !found.Places.ContainsKey($"/answers/{field.Code}")))
        {
            if (_book.Find(Names.OfField(field.Code)) is { } place)
            {
                found.Stands($"/answers/{field.Code}", place);
            }
        }

        return new WorkbookContent(
            new JsonObject { ["answers"] = answers, ["explanations"] = new ExplanationReading(_book, _rows, found).Read(form) },
            found.Faults, found.Places, [.. Asked(form, "omitted").Select(asked => asked.Field.Code)]);
    }

    private IEnumerable<(IdentityRow Row, Field Field)> Asked(Form form, string kind) =>
        from row in _rows
        where row.Kind == kind
        let field = form.Find(FieldCode.Of(row.Key))
        where field is { IsDerived: false }
        group (row, field) by field.Code into once
        select once.First();
}
