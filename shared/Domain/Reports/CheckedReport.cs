using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>What a unit sent, with what follows from it.</summary>
/// <param name="Content">With derived indicators, and those explanations that still hold.</param>
/// <param name="StillMissing">What must yet be answered before it can be submitted.</param>
/// <param name="Faults">What must be corrected before it can be submitted.</param>
/// <param name="Queries">What is unusual, explained or not.</param>
public sealed record CheckedReport(
    ReportContent Content, IReadOnlyList<FieldError> StillMissing, IReadOnlyList<FieldError> Faults, IReadOnlyList<RaisedQuery> Queries)
{
    /// <summary>Which rules could not be asked, and why.</summary>
    public IReadOnlyList<UnknownRule> Unknown { get; private init; } = [];

    public IEnumerable<RaisedQuery> Unexplained => Queries.Where(query => query.Explanation is null);

    /// <param name="before">The explanations of the version before.</param>
    public static CheckedReport Of(
        Form form, ReportReader reader, ReportContent content, Background background, IReadOnlyList<Explanation> before)
    {
        var asked = reader.Asked;
        var answers = ReportCalculation.Derive(form, asked, content.Answers, background);
        var broken = ReportCalculation.Broken(form, asked, answers, background);
        var queries = broken.Where(rule => rule.Rule.Severity == Severity.Query).ToList();
        var said = new RuleMessage(form, answers, background);
        var explanations = Explanations.Carry(queries, answers, reader.Explained, before);
        return new CheckedReport(
            content with { Answers = answers, Explanations = explanations },
            reader.Missing(content),
            [
                .. reader.WrongClaims(answers), .. ReportCalculation.OutOfRange(form, answers),
                .. broken.Where(rule => rule.Rule.Severity == Severity.Error).Select(rule => Error(rule, said))],
            [.. queries.Select(rule => new RaisedQuery(
                rule.Rule.Code, said.Of(rule), rule.Rule.Fields,
                explanations.FirstOrDefault(given => given.Rule == rule.Rule.Code)?.Text))])
        {
            Unknown = ReportCalculation.Unknown(form, asked, answers, background),
        };
    }

    private static FieldError Error(FormRule rule, RuleMessage said) =>
        new($"/answers/{rule.Rule.Fields[0]}", rule.Rule.Code, said.Of(rule));
}

/// <summary>A value that must be explained.</summary>
/// <param name="Explanation">Null while it is not.</param>
public sealed record RaisedQuery(string Rule, string Message, IReadOnlyList<FieldCode> Fields, string? Explanation)
{
    public FieldError ToError() => new(
        $"/explanations/{Rule}", "unexplained",
        $"{Message} Hãy sửa số liệu, hoặc giải trình: thêm {{ \"rule\": \"{Rule}\", \"text\": \"…\" }} vào explanations.");
}
