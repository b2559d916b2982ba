using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>What the sheets of one workbook share while they are written.</summary>
internal sealed class BookDraft
{
    private readonly HashSet<FieldCode> _omitted;

    public BookDraft(ReportWorkbook report)
    {
        Report = report;
        var fields = report.Sections.SelectMany(section => section.Fields).ToList();
        _omitted = [.. fields.Where(field => !AnswerCells.Fits(field, report.Answers[field.Code])).Select(field => field.Code)];
        Explained = ExplanationCells.Of(report.Form, fields.Select(field => field.Code).ToHashSet());
        Derived = new DerivedCells(report, fields);
    }

    public ReportWorkbook Report { get; }

    public StyleBook Styles { get; } = new();

    public SheetNames SheetNames { get; } = new();

    public DefinedNames Names { get; } = new();

    public ListBook Lists { get; } = new();

    public IdentityRows Identity { get; } = new();

    public DerivedCells Derived { get; }

    /// <summary>By field the rules that are explained beside it.</summary>
    public IReadOnlyDictionary<FieldCode, IReadOnlyList<string>> Explained { get; }

    /// <summary>Where each table's sheet is.</summary>
    public Dictionary<FieldCode, string> TableSheets { get; } = [];

    public bool IsOmitted(Field field) => _omitted.Contains(field.Code);

    public bool IsEditable(Field field) => Report.Editable?.Contains(field.Code) ?? true;

    public Answer? Before(Field field) => Report.Previous?[field.Code];

    /// <summary>The texts that explain a field's queries, without repetition.</summary>
    public string ExplanationOf(FieldCode field) => string.Join('\n', Explained[field]
        .Select(rule => Report.Explanations.FirstOrDefault(given => given.Rule == rule)?.Text
            ?? Report.Queries.FirstOrDefault(query => query.Rule == rule)?.Explanation)
        .OfType<string>().Distinct());

    /// <summary>What is asked beside a field, because it is unusual; empty: nothing is.</summary>
    public string QuestionOf(FieldCode field) => Explained.TryGetValue(field, out var rules)
        ? string.Join('\n', Report.Queries.Where(query => rules.Contains(query.Rule)).Select(query => query.Message))
        : "";
}
