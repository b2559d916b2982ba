using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>
/// What the form's rules say of a report that was handed in, by what it is compared with now: that may have changed since.
/// </summary>
/// <param name="Errors">Rules that it breaks, and that no report may break.</param>
/// <param name="Queries">What is unusual, explained or not.</param>
public sealed record Recheck(
    IReadOnlyList<FieldError> Errors, IReadOnlyList<RaisedQuery> Queries, IReadOnlyList<UnknownRule> Unknown)
{
    /// <param name="asked">Codes of the fields that the unit answers.</param>
    public static Recheck Of(Form form, IReadOnlySet<FieldCode> asked, ReportContent content, Background background)
    {
        var broken = ReportCalculation.Broken(form, asked, content.Answers, background);
        var said = new RuleMessage(form, content.Answers, background);
        return new Recheck(
            [
                .. broken.Where(rule => rule.Rule.Severity == Severity.Error)
                    .Select(rule => new FieldError($"/answers/{rule.Rule.Fields[0]}", rule.Rule.Code, said.Of(rule))),
            ],
            [
                .. broken.Where(rule => rule.Rule.Severity == Severity.Query).Select(rule => new RaisedQuery(
                    rule.Rule.Code, said.Of(rule), rule.Rule.Fields,
                    content.Explanations.FirstOrDefault(given => given.Rule == rule.Rule.Code)?.Text)),
            ],
            ReportCalculation.Unknown(form, asked, content.Answers, background));
    }
}
