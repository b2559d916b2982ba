using System.Globalization;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A draft as its pages show it: what it is, what is wrong with it, and where each fault is put right.</summary>
public sealed class DraftView(Versioned<FormDraft> read)
{
    private IReadOnlyList<FieldError>? _faults;

    public FormDraft Draft => read.Value;

    public FormDefinition Form => read.Value.Definition;

    public string Read => read.ETag.ToString();

    public string Address => FormAddress.Draft(Form.Code);

    public string Name => Form.Title.Length > 0 ? Form.Title : "Biểu mẫu chưa có tên";

    public string Caption => $"{Name} – dự thảo phiên bản {Form.Version}";

    public IReadOnlyList<FieldError> Faults => _faults ??= Form.Faults();

    /// <summary>As they are listed away from their inputs: of an expression also whose it is.</summary>
    public IReadOnlyList<FieldError> NamedFaults =>
    [
        .. Faults.Select(fault =>
            NameOf(fault.Place) is { Length: > 0 } name ? fault with { Message = $"{name}: {fault.Message}" } : fault),
    ];

    public string SectionAddress(FormDefinition.SectionPart section) => $"{Address}/sections/{section.Code}";

    public string FieldAddress(FormDefinition.FieldPart field) => $"{Address}/fields/{field.Code}";

    public string RuleAddress(Rule rule) => $"{Address}/rules/{rule.Code}";

    /// <summary>What is wrong with one part, each place as it is within the part.</summary>
    /// <param name="prefix">Pointer of the part, e.g. /sections/0/fields/2.</param>
    public IReadOnlyList<FieldError> FaultsOf(string prefix) =>
    [
        .. Faults.Where(fault => fault.Place.StartsWith(prefix + "/", StringComparison.Ordinal))
            .Select(fault => fault with { Place = fault.Place[prefix.Length..] }),
    ];

    public IReadOnlyList<FieldError> FaultsOf(FormDefinition.FieldPart field) => PlaceOf(field) is { } place ? FaultsOf(place) : [];

    public IReadOnlyList<FieldError> FaultsOf(Rule rule) => FaultsOf($"/rules/{Form.Rules!.Index().First(one => one.Item == rule).Index}");

    /// <summary>Of the section itself, without its fields.</summary>
    public IReadOnlyList<FieldError> FaultsOf(FormDefinition.SectionPart section) =>
    [
        .. FaultsOf($"/sections/{Form.Sections.Index().First(one => one.Item == section).Index}")
            .Where(fault => fault.Place.Count(letter => letter == '/') == 1),
    ];

    /// <summary>Messages about expressions name no field or rule themselves.</summary>
    private string NameOf(string place) => place.Split('/') switch
    {
        ["", "sections", var at, "fields", var index, "formula"] when SectionAt(at) is { } section
            && Number(index) is { } number && number < section.Fields.Count => $"Công thức của “{section.Fields[number].Label}”",
        ["", "rules", var at, "holds"] when Number(at) is { } number && number < (Form.Rules?.Count ?? 0) =>
            $"Quy tắc “{Form.Rules![number].Message}”",
        _ => "",
    };

    private string? PlaceOf(FormDefinition.FieldPart field) =>
        (from section in Form.Sections.Index()
         from one in section.Item.Fields.Index()
         where one.Item == field
         select $"/sections/{section.Index}/fields/{one.Index}").FirstOrDefault();

    /// <summary>Where a fault of the whole form is put right.</summary>
    public string? LinkOf(string place) => place.Split('/') switch
    {
        ["", "sections", var at, "fields", var index, .. var rest] when SectionAt(at) is { } section
            && Number(index) is { } number && number < section.Fields.Count =>
            $"{FieldAddress(section.Fields[number])}#{FieldInputs.Of(rest, section.Fields[number].Type)}",
        ["", "sections", var at, "fields"] when SectionAt(at) is { } section => $"{SectionAddress(section)}#chi-tieu",
        ["", "sections", var at, var input] when SectionAt(at) is { } section => $"{SectionAddress(section)}#{input}",
        ["", "sections"] => $"{Address}#cac-phan",
        ["", "rules", var at, .. var rest] when Number(at) is { } number && number < (Form.Rules?.Count ?? 0) =>
            $"{RuleAddress(Form.Rules![number])}#{RuleInputs.Of(rest)}",
        ["", "rules"] => $"{Address}#quy-tac",
        ["", "code" or "version"] => $"{Address}/settings",
        ["", var input] => $"{Address}/settings#{input}",
        _ => null,
    };

    private FormDefinition.SectionPart? SectionAt(string at) =>
        Number(at) is { } number && number < Form.Sections.Count ? Form.Sections[number] : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
