using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Giải trình of unusual values: each stands as long as the values that it explains.</summary>
public static class Explanations
{
    /// <summary>The unit's own values of the fields that the rule speaks of or reads, e.g. so_vu=12;so_bi_can=30.</summary>
    public static string ValuesOf(FormRule rule, Answers answers) =>
        string.Join(
            ';',
            rule.Rule.Fields.Union(rule.Reads.Order())
                .Select(field => $"{field}={(answers[field] is { } answer ? Written(answer) : "")}"));

    /// <summary>
    /// What is explained of the queries that were raised: by what was sent now, else by what explained the very same values before.
    /// </summary>
    /// <param name="sent">Text by rule.</param>
    /// <param name="before">The explanations of the version before.</param>
    public static IReadOnlyList<Explanation> Carry(
        IEnumerable<FormRule> raised, Answers answers, IReadOnlyDictionary<string, string> sent, IReadOnlyList<Explanation> before) =>
    [
        .. from rule in raised
           let values = ValuesOf(rule, answers)
           let text = sent.GetValueOrDefault(rule.Rule.Code)
               ?? before.FirstOrDefault(old => old.Rule == rule.Rule.Code && old.Of == values)?.Text
           where text is not null
           select new Explanation(rule.Rule.Code, text, values),
    ];

    private static string Written(Answer answer) => answer switch
    {
        Answer.Number number => Exact.Normalise(number.Value).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Answer.YesNo yesNo => yesNo.Value ? "yes" : "no",
        Answer.Choice choice => choice.Option,
        Answer.NotApplicable => "-",
        _ => ReportJson.HashOf(answer),
    };
}
