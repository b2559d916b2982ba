using VksServerless.Forms;
using VksServerless.Forms.Expressions;
using FiguresByField = System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>;

namespace VksServerless.Figures;

/// <summary>Tổng hợp: what a superior's adjustments do to the sums of its node.</summary>
public static class Consolidated
{
    /// <summary>By field: what was adjusted, and what that changes in the sums that are calculated from it.</summary>
    public static IReadOnlyDictionary<string, decimal> Adjustments(Form form, IReadOnlyList<Adjustment> adjustments)
    {
        var adjusted = adjustments.ToDictionary(adjustment => adjustment.Field.ToString(), adjustment => adjustment.Amount);
        if (adjusted.Count == 0)
        {
            return adjusted;
        }

        var logic = FormLogic.Of(form);
        var changes = logic.Derived.Where(derived => derived.Field.Aggregation == AggregationMethod.Sum).Select(derived => (
            Field: derived.Field.Code.ToString(),
            Amount: logic.Follows[derived.Field.Code.ToString()].Sum(slope => slope.Value * adjusted.GetValueOrDefault(slope.Key)) ?? 0));
        return adjusted.Concat(changes.Where(change => change.Amount != 0)
            .Select(change => KeyValuePair.Create(change.Field, Exact.Normalise(change.Amount)))).ToDictionary();
    }

    /// <summary>The sums of the units below that the adjustments rest on: what they change, and what rules tie to it.</summary>
    /// <param name="below">By unit directly below: what it and everything below it bring.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> MadeOn(
        Form form, IReadOnlyList<Adjustment> adjustments, IReadOnlyDictionary<string, FiguresByField> below)
    {
        var moved = Adjustments(form, adjustments).Keys.ToHashSet();
        var tied = FormLogic.Of(form).Rules.Where(rule => rule.Rule.Severity == Severity.Error && rule.Holds.Fields.Any(moved.Contains))
            .SelectMany(rule => rule.Holds.Fields).Concat(moved).ToHashSet();
        return below
            .Select(unit => (unit.Key, Sums: unit.Value.Where(figure => figure.Value is Figure.Sum && tied.Contains(figure.Key))
                .ToDictionary(figure => figure.Key, figure => ((Figure.Sum)figure.Value).Total)))
            .Where(unit => unit.Sums.Count > 0)
            .ToDictionary(unit => unit.Key, IReadOnlyDictionary<string, decimal> (unit) => unit.Sums);
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

    /// <summary>
    /// The totals that no units could report together: a sum of so many answers is at least so often the least that each may be and
    /// at most so often the most; a quotient is within its own bounds.
    /// </summary>
    /// <param name="before">Of the node before its superior adjusts.</param>
    /// <param name="after">Of the node as it would be.</param>
    public static IEnumerable<(Field Field, decimal Total)> OutOfBounds(Form form, FiguresByField before, FiguresByField after) =>
        from field in form.Fields
        where field.Type.Bounds is not null && after.ContainsKey(field.Code)
        let bounds = field.Type.Bounds
        let figure = after.GetValueOrDefault(field.Code)
        where !figure.Equals(before.GetValueOrDefault(field.Code))
        let units = figure is Figure.Sum sum ? Math.Max(1, sum.Units) : 1
        let total = figure is Figure.Sum or Figure.Ratio ? FigureNumber.Of(figure) : null
        where total < units * bounds.Min || total > units * bounds.Max
        select (field, total.Value);

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
