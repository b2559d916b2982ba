using System.Globalization;
using System.Text;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Faults.Cycle;

/// <summary>What the sample units answer: the same unit and version always the same, no two alike.</summary>
internal static class Answering
{
    public static Form Form { get; } = FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1))!;

    /// <summary>The fields that are summed, by code.</summary>
    public static IReadOnlyList<string> Sums { get; } =
        [.. Form.Sections.Where(section => section.Audience.IsEveryone).SelectMany(section => section.Fields)
            .Where(field => field is { Aggregation: AggregationMethod.Sum, Required: true }).Select(field => $"{field.Code}")];

    public static IReadOnlyDictionary<string, object> Of(Unit unit, int version)
    {
        var seed = Encoding.UTF8.GetBytes($"{unit.Code}@{version}").Aggregate(17, (sum, letter) => ((sum * 31) + letter) % 100_003);
        return Form.For(unit.Code, unit.Level, superior: false).SelectMany(section => section.Fields).Where(field => field.Required)
            .Index().ToDictionary(field => $"{field.Item.Code}", field => Answer(field.Item.Type, seed + field.Index));
    }

    private static object Answer(FieldType type, int seed) => type switch
    {
        FieldType.YesNo => seed % 2 == 0,
        FieldType.Choice choice => choice.Options[seed % choice.Options.Count].Code,
        FieldType.Narrative or FieldType.Text => $"Đánh giá của đơn vị, số {seed}.",
        FieldType.Date => new DateOnly(2025, 1, 1).AddDays(seed % 300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Percent => (decimal)(seed % 100),
        { Bounds: { } bounds } => bounds.Min + (seed % Math.Min(bounds.Max - bounds.Min, 977)),
        _ => throw new NotSupportedException(type.ToString()),
    };
}
