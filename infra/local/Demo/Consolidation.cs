using VksServerless.Forms;
using VksServerless.Submissions;

namespace VksServerless.Local.Demo;

/// <summary>What sample provinces adjust in the sums of their districts.</summary>
internal static class Consolidation
{
    public static IReadOnlyList<Adjustment> Of(Part part, Form form, int seed)
    {
        var chances = Part.Chances(seed, part.Code, "adjustments");
        if (!part.HasSubordinates || chances.NextDouble() < 0.55)
        {
            return [];
        }

        // What indicators are reckoned from, or must equal, is left alone: their totals are not adjusted with it, and a balance would no longer close.
        var logic = FormLogic.Of(form);
        var bound = logic.Derived.Select(derived => derived.Expression)
            .Concat(logic.Rules.Where(rule => rule.Rule.Severity == Severity.Error && rule.Rule.Holds.Contains(" = ", StringComparison.Ordinal)).Select(rule => rule.Holds))
            .SelectMany(expression => expression.Fields).ToHashSet();
        var summed = form.Sections.Where(section => section.Audience.IsEveryone).SelectMany(section => section.Fields)
            .Where(field => field is { IsDerived: false, Required: true, Aggregation: AggregationMethod.Sum } && !bound.Contains(field.Code)).ToArray();
        chances.Shuffle(summed);
        return [.. summed.Take(1 + chances.Next(2)).Select(field => Of(field, chances))];
    }

    private static Adjustment Of(Field field, Random chances) => field.Type is FieldType.Money
        ? new(field.Code, 1_000_000m * (10 + chances.Next(90)), "Bổ sung giá trị địa phương bàn giao chung cho các đơn vị cấp huyện, chưa đơn vị nào kê.")
        : chances.Next(2) == 0
            ? new(field.Code, 1 + chances.Next(4), "Bổ sung số cấp huyện kê thiếu, đã đối chiếu với hồ sơ lưu tại cấp tỉnh.")
            : new(field.Code, -1, "Trừ số được kê ở cả cấp huyện và cấp tỉnh.");
}
