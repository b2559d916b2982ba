using VksServerless.Application.Workbooks;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>What the hidden sheet says: what the workbook is, and which cells it has.</summary>
internal sealed class IdentityRows
{
    public const string SheetName = "vks";

    /// <summary>Raised when a reader of today could not read a workbook any more.</summary>
    public const string Format = "1";

    private readonly List<string[]> _cells = [];

    public void AddField(Field field) => _cells.Add(["field", Names.OfField(field.Code), field.Code.ToString()]);

    public void AddTable(Field field) => _cells.Add(["table", field.MayNotApply ? Names.OfField(field.Code) : "", field.Code.ToString()]);

    public void AddColumn(Field table, Column column) =>
        _cells.Add(["column", Names.OfColumn(table.Code, column.Code), $"{table.Code} {column.Code}"]);

    public void AddExplanation(FieldCode field, IEnumerable<string> rules) =>
        _cells.Add(["explanation", Names.OfExplanation(field), string.Join(' ', rules)]);

    public void AddOmitted(Field field) => _cells.Add(["omitted", "", field.Code.ToString()]);

    public void AddKeys(string name) => _cells.Add(["keys", name, ""]);

    public IEnumerable<string[]> All(WorkbookIdentity identity) =>
    [
        ["format", Format, ""],
        ["form", identity.Form.Code, identity.Form.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        ["cycle", identity.Cycle.ToString(), ""],
        ["unit", identity.Unit.ToString(), ""],
        ["draft", identity.Draft.ToString(), ""],
        .. _cells,
    ];
}
