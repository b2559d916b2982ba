using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Of how many units a figure speaks: 61/63, and how many it does not concern.</summary>
/// <param name="NotApplicable">How many said that it does not apply; empty when none did.</param>
internal sealed record Counted(string Text, string NotApplicable)
{
    public static Counted Of(Field field, int answered, SectorReport report) => report.Denominators.TryGetValue(field.Code, out var of)
        ? new Counted(
            $"{Written.Count(answered)}/{Written.Count(of.Concerned)}",
            of.NotApplicable.Count == 0 ? "" : Written.Count(of.NotApplicable.Count))
        : new Counted(Written.Count(answered), "");
}

/// <summary>What an indicator is called, and of a derived one how it comes about.</summary>
internal sealed record IndicatorView(string Label, string Measure, bool Derived, string Help)
{
    public static IndicatorView Of(Field field) =>
        new(field.Label, Labels.Measure(field), field.IsDerived, field.IsDerived ? field.Help : "");
}
