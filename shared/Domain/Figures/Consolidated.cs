using VksServerless.Forms;
using VksServerless.Forms.Expressions;

namespace VksServerless.Figures;

/// <summary>Hợp nhất: what a superior's adjustments do to the sums of its node.</summary>
public static class Consolidated
{
    /// <summary>By field: what was adjusted, and what that changes in the derived sums that only add and take away.</summary>
    public static IReadOnlyDictionary<string, decimal> Adjustments(Form form, IReadOnlyList<Adjustment> adjustments)
    {
        var adjusted = adjustments.ToDictionary(adjustment => adjustment.Field.ToString(), adjustment => adjustment.Amount);
        if (adjusted.Count == 0)
        {
            return adjusted;
        }

        foreach (var (field, formula) in FormLogic.Of(form)
            .Derived.Where(derived => derived is { Field.Aggregation: AggregationMethod.Sum, Expression.IsAdditive: true }))
        {
            if (formula.Evaluate(new Sums(adjusted)).AsNumber is { } change and not 0)
            {
                adjusted[field.Code.ToString()] = change;
            }
        }

        return adjusted;
    }

    /// <summary>The rules that the node's sums break once they are adjusted. Only of what rules say of sums alone.</summary>
    /// <param name="sums">Of the node before its superior adjusts: its own answers and everything below.</param>
    public static IReadOnlyList<Rule> Broken(Form form, IReadOnlyDictionary<string, decimal> sums, IReadOnlyList<Adjustment> adjustments)
    {
        var adjusted = Adjustments(form, adjustments);
        var summed = form.Fields.Where(field => field.Aggregation == AggregationMethod.Sum).Select(field => field.Code).ToHashSet();
        var before = new Sums(sums);
        var after = new Sums(
            sums.Keys.Union(adjusted.Keys)
                .ToDictionary(code => code, code => sums.GetValueOrDefault(code) + adjusted.GetValueOrDefault(code)));
        return
        [
            .. FormLogic.Of(form).Rules
                .Where(rule => rule is { Rule.Severity: Severity.Error,
                    Holds: { ReadsPrevious: false, ReadsParts: false, ReadsPeers: false, ReadsBelow: false } }
                    && rule.Reads.All(summed.Contains) && rule.Holds.Fields.Any(adjusted.ContainsKey)
                    && rule.Holds.Evaluate(before).AsTruth == true && rule.Holds.Evaluate(after).AsTruth == false)
                .Select(rule => rule.Rule),
        ];
    }

    /// <summary>Sums as a form's expressions see them; what is not there is zero.</summary>
    private sealed class Sums(IReadOnlyDictionary<string, decimal> sums) : IFigures
    {
        public Value Of(string field) => Value.Of((decimal?)sums.GetValueOrDefault(field));

        public IReadOnlyList<IReadOnlyDictionary<string, Value>> Rows(string table) => [];

        public decimal? Previous(string field) => null;

        public decimal? Parts(string field) => null;

        public decimal? PeerScore(string field) => null;

        public SubordinateFigures? Below(string field) => null;
    }
}
