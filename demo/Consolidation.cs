using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Demo;

/// <summary>
/// What sample provinces adjust in the sums of their districts: what a balance hangs on only together with what closes it.
/// </summary>
internal sealed class Consolidation
{
    private readonly Form _form;
    private readonly FormLogic _logic;
    private readonly Field[] _summed;

    public Consolidation(Form form)
    {
        (_form, _logic) = (form, FormLogic.Of(form));
        var sums = form.Fields.Where(field => field.Aggregation == AggregationMethod.Sum).Select(field => field.Code).ToHashSet();

        // An adjustment does not flow through these, and what they say would no longer fit the totals.
        var deaf = _logic.Derived
            .Where(derived => derived.Field.Aggregation != AggregationMethod.Ratio
                && !(derived.Field.Aggregation == AggregationMethod.Sum
                    && !_logic.Follows[derived.Field.Code.ToString()].Values.Contains(null)))
            .SelectMany(derived => derived.Reads)
            .Concat(_logic.Rules
                .Where(rule => rule.Rule.Severity == Severity.Error && rule.Rule.Holds.Contains(" = ", StringComparison.Ordinal)
                    && !rule.Reads.All(sums.Contains))
                .SelectMany(rule => rule.Reads))
            .ToHashSet();
        _summed =
        [
            .. form.Sections.Where(section => section.Audience is { Levels.Count: 0, Units.Count: 0 }).SelectMany(section => section.Fields)
                .Where(field => field is { IsDerived: false, Required: true, Aggregation: AggregationMethod.Sum }
                    && !deaf.Contains(field.Code)),
        ];
    }

    /// <param name="own">What the province itself answers, derived indicators among it: its node's sums, as far as it can know
    /// them.</param>
    public IReadOnlyList<Adjustment> Of(DemoUnit unit, Answers own, int seed)
    {
        var chances = DemoUnit.Chances(seed, unit.Code, Seeds.Adjustments);
        if (!unit.HasSubordinates || chances.NextDouble() < 0.55)
        {
            return [];
        }

        var sums = own.ByField.Where(answer => answer.Value is Answer.Number).ToDictionary(
            answer => answer.Key, answer => ((Answer.Number)answer.Value).Value);
        var fields = _summed.ToArray();
        chances.Shuffle(fields);
        var (wanted, made) = (1 + chances.Next(2), new List<Adjustment>());
        foreach (var field in fields.Where(field => made.All(before => before.Field != field.Code)))
        {
            if (wanted > 0 && Closed([.. made, Of(field, chances)], sums) is { } closed)
            {
                (made, wanted) = (closed, wanted - 1);
            }
        }

        return made;
    }

    /// <summary>With what closes the balance that the last one opens; null when nothing does.</summary>
    private List<Adjustment>? Closed(List<Adjustment> made, Dictionary<string, decimal> sums)
    {
        if (Consolidated.Broken(_form, sums, made) is not [var broken, ..])
        {
            return Stands(made, sums) ? made : null;
        }

        var closing =
            from field in Behind(_logic.Rules.First(rule => rule.Rule == broken).Reads.ToHashSet())
            where made.All(before => before.Field != field.Code)
            from amount in new[] { made[^1].Amount, -made[^1].Amount }
            select (List<Adjustment>)[.. made, new(
                field.Code, amount, "Điều chỉnh tương ứng để số tổng hợp của các chỉ tiêu liên quan vẫn cân đối.")];
        return closing.FirstOrDefault(all => Stands(all, sums));
    }

    private bool Stands(List<Adjustment> made, Dictionary<string, decimal> sums) =>
        made.All(one => sums.GetValueOrDefault(one.Field) + one.Amount >= 0) && Consolidated.Broken(_form, sums, made).Count == 0;

    /// <summary>What is typed in of what a rule speaks of: first what it names itself, then what that is computed from.</summary>
    private IEnumerable<Field> Behind(HashSet<FieldCode> named)
    {
        var through = _logic.Derived.Where(derived => named.Contains(derived.Field.Code)).SelectMany(
            derived => derived.Reads).ToHashSet();
        return _summed.Where(field => named.Contains(field.Code)).Concat(_summed.Where(field => through.Contains(field.Code)));
    }

    private static Adjustment Of(Field field, Random chances) => field.Type is FieldType.Money
        ? new(
            field.Code, 1_000_000m * (10 + chances.Next(90)),
            "Bổ sung giá trị địa phương bàn giao chung cho các đơn vị cấp huyện, chưa đơn vị nào kê.")
        : chances.Next(2) == 0
            ? new(field.Code, 1 + chances.Next(4), "Bổ sung số cấp huyện kê thiếu, đã đối chiếu với hồ sơ lưu tại cấp tỉnh.")
            : new(field.Code, -1, "Trừ số được kê ở cả cấp huyện và cấp tỉnh.");
}
