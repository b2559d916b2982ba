using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>What formulas call the cells of one workbook.</summary>
internal sealed class FormulaNames(ReportWorkbook report, IReadOnlyList<Field> asked) : ISpreadsheetNames
{
    private readonly Dictionary<string, Field> _fields = asked.ToDictionary(field => field.Code.ToString());
    private readonly HashSet<string> _uncalculated = [];

    public string Yes => CellWords.Yes;

    public string No => CellWords.No;

    public string NotApplicable => CellWords.NotApplicable;

    /// <summary>Whether the figure is one that only the system calculates, or stands in no cell.</summary>
    public bool IsUncalculated(string field) => _uncalculated.Contains(field)
        || (_fields.TryGetValue(field, out var asks) && !AnswerCells.Fits(asks, report.Answers[asks.Code]));

    public void LeaveToSystem(FieldCode field) => _uncalculated.Add(field.ToString());

    public string? CellOf(string field) => _fields.TryGetValue(field, out var known) ? Names.OfField(known.Code) : null;

    public string? RangeOf(string table, string column) => _fields.ContainsKey(table) ? Names.OfRange(table, column) : null;

    public IReadOnlyList<string> RangesOf(string table) => TypeOf(table) is FieldType.Table rows
        ? [.. rows.Columns.Select(column => Names.OfRange(table, column.Code))]
        : [];

    public string OptionOf(string field, string code) => Words(TypeOf(field), code);

    public string OptionOf(string table, string column, string code) =>
        Words((TypeOf(table) as FieldType.Table)?.Columns.FirstOrDefault(known => known.Code == column)?.Type, code);

    public decimal? Previous(string field) => (report.Previous?[FieldCode.Of(field)] as Answer.Number)?.Value;

    private FieldType? TypeOf(string field) => _fields.GetValueOrDefault(field)?.Type;

    private static string Words(FieldType? type, string code) => type is FieldType.Choice choice ? CellWords.Of(choice, code) : code;
}
