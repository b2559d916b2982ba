using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>Calculated figures as formulas that go on calculating, with what they come to now.</summary>
internal sealed class DerivedCells
{
    private readonly Dictionary<FieldCode, string> _formulas = [];
    private readonly Answers _values;

    public DerivedCells(ReportWorkbook report, IReadOnlyList<Field> asked)
    {
        var names = new FormulaNames(report, asked);
        foreach (var (field, expression) in FormLogic.Of(report.Form).Derived)
        {
            if (expression.Fields.Any(names.IsUncalculated)
                || expression.ToSpreadsheet(names, field.Type.Bounds?.Scale ?? 0) is not { } formula)
            {
                names.LeaveToSystem(field.Code);
            }
            else
            {
                _formulas[field.Code] = formula;
            }
        }

        _values = ReportCalculation.Derive(
            report.Form, asked.Select(field => field.Code).ToHashSet(), report.Answers,
            Background.None with { Previous = report.Previous });
    }

    public CellContent Of(Field field)
    {
        var style = new CellStyle(Look.Fixed, AnswerCells.FormatOf(field.Type));
        return !_formulas.TryGetValue(field.Code, out var formula)
            ? CellContent.Text(CellWords.Calculated, new CellStyle(Look.Help))
            : _values[field.Code] switch
            {
                Answer.Number number => CellContent.Formula(formula, number.Value, "", style),
                Answer.YesNo yesNo => CellContent.Formula(formula, null, AnswerCells.Words(yesNo, field.Type), style),
                _ => CellContent.Formula(formula, null, "", style),
            };
    }
}
