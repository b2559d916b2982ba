using System.Text.RegularExpressions;

namespace VksServerless.Forms;

/// <summary>What makes a form usable, beyond being readable.</summary>
internal static partial class FormCheck
{
    /// <exception cref="FormException">Names the first fault.</exception>
    public static void Demand(Form form)
    {
        Require(KebabCase().IsMatch(form.Code), $"Form code {form.Code} is not kebab case.");
        Require(form.Version >= 1, "Versions begin at 1.");
        Require(form.Title.Length > 0 && form.Sections.All(section => section is { Title.Length: > 0 }), "The form and every section have a title.");
        Require(form.Sections.Count > 0 && form.Sections.All(section => section.Fields.Count > 0), "Every form has sections, every section has fields.");
        Require(Distinct(form.Sections.Select(section => section.Code)), "Two sections share a code.");
        Require(Distinct(form.Fields.Select(field => field.Code)), "Two fields share a code.");
        foreach (var field in form.Fields)
        {
            Require(SnakeCase().IsMatch(field.Code), $"Field code {field.Code} is not snake case.");
            Require(field.Label.Length > 0, $"Field {field.Code} has no label.");
            Require(Allowed(field.Type).Contains(field.Aggregation), $"Field {field.Code}: {field.Type.GetType().Name} cannot be aggregated by {field.Aggregation}.");
            Require(field.Type is not FieldType.Choice choice || (choice.Options.Count >= 2 && Distinct(choice.Options.Select(option => option.Code))),
                $"Field {field.Code} needs at least two distinct options.");
            Require(field.Type.Bounds is not { } bounds || (bounds.Min <= bounds.Max && bounds.Scale is >= 0 and <= 6),
                $"Field {field.Code} has impossible bounds.");
            Require(Size(field.Type), $"Field {field.Code} takes an impossible length or number of files.");
        }
    }

    private static AggregationMethod[] Allowed(FieldType type) => type switch
    {
        FieldType.Narrative or FieldType.Text => [AggregationMethod.None, AggregationMethod.List],
        FieldType.YesNo or FieldType.Choice => [AggregationMethod.None, AggregationMethod.Tally],
        FieldType.Percent => [AggregationMethod.None, AggregationMethod.Mean, AggregationMethod.Min, AggregationMethod.Max],
        FieldType.Date or FieldType.Attachment => [AggregationMethod.None],
        _ => [AggregationMethod.None, AggregationMethod.Sum, AggregationMethod.Mean, AggregationMethod.Min, AggregationMethod.Max],
    };

    private static bool Size(FieldType type) => type switch
    {
        FieldType.Narrative narrative => narrative.MaxLength is >= 1 and <= 100_000,
        FieldType.Text text => text.MaxLength is >= 1 and <= 100_000,
        FieldType.Attachment attachment => attachment.MaxFiles >= 1,
        _ => true,
    };

    private static bool Distinct(IEnumerable<string> codes) => codes.GroupBy(code => code, StringComparer.Ordinal).All(group => group.Count() == 1);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FormException(otherwise);
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
