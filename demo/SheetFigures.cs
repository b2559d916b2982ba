using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;
using VksServerless.Reports;

namespace VksServerless.Demo;

/// <summary>
/// A report that is being made up, as its sheet's expressions see it: derived indicators are computed when they are asked for.
/// </summary>
internal sealed class SheetFigures(Form form, IReadOnlyDictionary<string, Answer> answers, Background background) : IFigures
{
    private readonly Dictionary<string, DerivedField> _derived =
        FormLogic.Of(form).Derived.ToDictionary(derived => $"{derived.Field.Code}");

    /// <summary>The table in which a row is being made up, and its cells so far.</summary>
    public (FieldType.Table Table, IReadOnlyDictionary<string, Answer> Cells)? Row { get; set; }

    public Value Of(string field) =>
        Row is { } row && row.Table.Columns.Any(column => column.Code == field) ? ValueOf(row.Cells.GetValueOrDefault(field))
        : _derived.TryGetValue(field, out var derived) ? Compute(derived)
        : ValueOf(answers.GetValueOrDefault(field));

    public IReadOnlyList<IReadOnlyDictionary<string, Value>> Rows(string table) => answers.GetValueOrDefault(table) is Answer.Rows rows
        ? [.. rows.All.Select(row => row.ToDictionary(cell => cell.Key, cell => ValueOf(cell.Value)))]
        : [];

    public decimal? Previous(string field) => (background.Previous?[FieldCode.Of(field)] as Answer.Number)?.Value;

    public decimal? Parts(string field) => background.SumOfParts(FieldCode.Of(field));

    public decimal? PeerScore(string field) => null;

    public SubordinateFigures? Below(string field) => null;

    private Value Compute(DerivedField derived)
    {
        var row = Row;
        Row = null;
        var value = derived.Expression.Evaluate(this);
        Row = row;
        return value is Value.Number number
            ? Value.Of(Math.Round(number.Amount, derived.Field.Type.Bounds!.Scale, MidpointRounding.AwayFromZero)) : value;
    }

    private static Value ValueOf(Answer? answer) => answer switch
    {
        null or Answer.NotApplicable => Value.Blank,
        Answer.Number number => Value.Of(number.Value),
        Answer.YesNo yesNo => Value.Of(yesNo.Value),
        Answer.Choice choice => new Value.Option(choice.Option),
        _ => Value.Other,
    };
}
