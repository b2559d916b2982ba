using VksServerless.Units;

namespace VksServerless.Forms;

/// <summary>How a form stands in its file: what is left out has the usual value.</summary>
internal sealed record FormFile(string Code, int Version, string Title, IReadOnlyList<FormFile.SectionPart> Sections)
{
    internal sealed record SectionPart(
        string Code, string Number, string Title, IReadOnlyList<FieldPart> Fields, string? Help = null, AudiencePart? Audience = null);

    internal sealed record AudiencePart(IReadOnlyList<UnitLevel>? Levels = null, IReadOnlyList<UnitCode>? Units = null);

    internal sealed record FieldPart(
        string Code, string Label, FieldType Type, string? Help = null, bool Required = false, string? Measure = null, AggregationMethod Aggregation = AggregationMethod.None);

    public Form ToForm() => new(Code, Version, Title, [.. Sections.Select(ToSection)]);

    private static Section ToSection(SectionPart part) => new(
        part.Code,
        part.Number,
        part.Title,
        part.Help ?? "",
        part.Audience is { } audience ? new Audience(audience.Levels ?? [], audience.Units ?? []) : Audience.Everyone,
        [.. part.Fields.Select(field => new Field(
            field.Code, field.Label, field.Help ?? "", field.Required, field.Type, field.Measure ?? "", field.Aggregation))]);
}
