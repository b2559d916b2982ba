using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>
/// What is said of a broken rule: its message, and the figures that clash by their names, so that nobody has to look for them.
/// </summary>
internal sealed class RuleMessage(Form form, Answers answers, Background background)
{
    private const int MostNamed = 8;

    public string Of(FormRule rule)
    {
        var named = rule.Rule.Fields.Union(rule.Reads).Select(form.Find).OfType<Field>()
            .Where(field => field.Type.Bounds is not null).Take(MostNamed).ToList();
        var figures = named.Select(
            field => $"{field.Label}: {(answers[field.Code] is Answer.Number number ? ReportJson.Spelled(number) : "chưa có")}")
            .Concat(rule.Holds.ReadsPrevious ? Earlier(rule.Rule.Holds) : []);
        return named.Count == 0 ? rule.Rule.Message : $"{rule.Rule.Message} ({string.Join("; ", figures)})";
    }

    /// <summary>The earlier figures that the rule names.</summary>
    private IEnumerable<string> Earlier(string holds) =>
        from field in form.Fields
        where holds.Contains($"previous({field.Code})", StringComparison.Ordinal)
        let before = background.Previous?[field.Code] as Answer.Number
        where before is not null
        select $"{field.Label}, kỳ trước: {ReportJson.Spelled(before)}";
}
