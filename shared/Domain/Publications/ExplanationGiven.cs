using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>Giải trình: what a unit said of an unusual value in its accepted report.</summary>
/// <param name="Message">What the rule found unusual.</param>
/// <param name="Of">The values that it explains, e.g. so_vu=12;so_bi_can=30.</param>
public sealed record ExplanationGiven(UnitCode Unit, string Rule, string Message, string Text, string Of)
{
    internal static IEnumerable<ExplanationGiven> Gather(Form form, IReadOnlyList<Standing> standings) =>
        from rule in form.Rules
        from standing in standings
        from given in standing.Accepted?.Explanations ?? []
        where given.Rule == rule.Code
        select new ExplanationGiven(standing.Obligation.Unit, rule.Code, rule.Message, given.Text, given.Of);
}
