using System.Globalization;
using VksServerless.Units;

namespace VksServerless.Forms;

/// <summary>How a form stands in its file, and on the wire: what is left out has the usual value. See shared/Forms/README.md.</summary>
public sealed record FormDefinition(
    string Code,
    int Version,
    string Title,
    IReadOnlyList<FormDefinition.SectionPart> Sections,
    string? Changes = null,
    bool NilReturn = false,
    bool SignOff = false,
    IReadOnlyList<Rule>? Rules = null,
    bool SoftwareUnsigned = false)
{
    public sealed record SectionPart(
        string Code, string Number, string Title, IReadOnlyList<FieldPart> Fields, string? Help = null, AudiencePart? Audience = null);

    public sealed record AudiencePart(
        IReadOnlyList<UnitLevel>? Levels = null, IReadOnlyList<UnitCode>? Units = null, IReadOnlyList<UnitCode>? Except = null,
        bool Superiors = false)
    {
        public Audience ToAudience() => new(Levels ?? [], Units ?? []) { Except = Except ?? [], Superiors = Superiors };

        public static AudiencePart? Of(Audience audience) => audience.IsEveryone ? null : new AudiencePart(
            OrNull(audience.Levels), OrNull(audience.Units), OrNull(audience.Except), audience.Superiors);
    }

    public sealed record FieldPart(
        string Code,
        string Label,
        FieldType Type,
        string? Help = null,
        bool Required = false,
        string? Measure = null,
        AggregationMethod Aggregation = AggregationMethod.None,
        string? Formula = null,
        bool MayNotApply = false,
        string? Weight = null,
        string? Numerator = null,
        string? Denominator = null,
        IReadOnlyList<string>? GroupBy = null,
        IReadOnlyList<string>? Sums = null,
        Ranked? Ranked = null,
        bool Desk = false,
        bool Stock = false,
        string? NamedBy = null,
        bool Opinion = false)
    {
        public Field ToField() => new(FieldCode.Of(Code), Label, Help ?? "", Required, Type, Measure ?? "", Aggregation)
        {
            Formula = Formula ?? Quotient,
            MayNotApply = MayNotApply,
            Weight = Weight is null ? null : FieldCode.Of(Weight),
            Ratio = Numerator is not null || Denominator is not null
                ? new RatioOf(FieldCode.Of(Numerator ?? ""), FieldCode.Of(Denominator ?? ""))
                : null,
            Grouping = Aggregation == AggregationMethod.Union || GroupBy is not null || Sums is not null
                ? new Grouping(GroupBy ?? [], Sums ?? []) { NamedBy = NamedBy }
                : null,
            Ranked = Ranked,
            Desk = Desk,
            Stock = Stock,
            Opinion = Opinion,
        };

        public static FieldPart Of(Field field)
        {
            var part = new FieldPart(
                field.Code.ToString(), field.Label, field.Type, OrNull(field.Help), field.Required, OrNull(field.Measure),
                field.Aggregation, MayNotApply: field.MayNotApply, Weight: field.Weight?.ToString(),
                Numerator: field.Ratio?.Numerator.ToString(), Denominator: field.Ratio?.Denominator.ToString(),
                GroupBy: OrNull(field.Grouping?.By), Sums: OrNull(field.Grouping?.Sums), Ranked: field.Ranked, Desk: field.Desk,
                Stock: field.Stock, NamedBy: field.Grouping?.NamedBy, Opinion: field.Opinion);
            return field.Formula == part.Quotient ? part : part with { Formula = field.Formula };
        }

        /// <summary>What a ratio of sums is at one unit.</summary>
        private string? Quotient => Aggregation == AggregationMethod.Ratio && Type.Bounds is { } bounds
            && !string.IsNullOrEmpty(Numerator) && !string.IsNullOrEmpty(Denominator)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"round({(Type is FieldType.Percent ? "100 * " : "")}{Numerator} / {Denominator}, {bounds.Scale})")
            : null;
    }

    /// <summary>The file that this form could have been read from, without what goes without saying.</summary>
    public static FormDefinition Of(Form form) => new(
        form.Code, form.Version, form.Title, [.. form.Sections.Select(Of)], OrNull(form.Changes), form.NilReturn, form.SignOff,
        OrNull(form.Rules), form.SoftwareUnsigned);

    /// <summary>The form, or every fault of it at its place.</summary>
    public Outcome<Form> Check()
    {
        var form = ToForm();
        return FormCheck.Of(form) is { Count: > 0 } faults ? FormRefusals.Invalid(faults) : form;
    }

    /// <summary>Everything that is wrong with a draft, each fault at its place; no two fields of a draft have one code.</summary>
    public IReadOnlyList<FieldError> Faults() => FormCheck.Everything(ToForm());

    /// <summary>The form of a file that was checked before.</summary>
    public Form ToForm() => new(Code, Version, Title, [.. Sections.Select(ToSection)])
    {
        Changes = Changes ?? "",
        NilReturn = NilReturn,
        SignOff = SignOff,
        SoftwareUnsigned = SoftwareUnsigned,
        Rules = Rules ?? [],
    };

    private static SectionPart Of(Section section) => new(
        section.Code,
        section.Number,
        section.Title,
        [.. section.Fields.Select(FieldPart.Of)],
        OrNull(section.Help),
        AudiencePart.Of(section.Audience));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static IReadOnlyList<T>? OrNull<T>(IReadOnlyList<T>? many) => many is { Count: > 0 } ? many : null;

    private static Section ToSection(SectionPart part) => new(
        part.Code,
        part.Number,
        part.Title,
        part.Help ?? "",
        part.Audience?.ToAudience() ?? Audience.Everyone,
        [.. part.Fields.Select(field => field.ToField())]);
}
