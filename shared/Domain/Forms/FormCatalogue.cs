using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Forms;

/// <summary>The forms that this version of the system ships, read from <c>shared/Forms/catalogue/*.json</c>.</summary>
public sealed class FormCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private readonly Dictionary<FormRef, Form> _forms;

    /// <exception cref="ArgumentException">Two forms with the same code and version.</exception>
    public FormCatalogue(IEnumerable<Form> forms) => _forms = forms.ToDictionary(form => form.Ref);

    /// <summary>The shipped forms.</summary>
    public static FormCatalogue Shipped { get; } = new(ReadShipped());

    public IEnumerable<Form> Forms => _forms.Values.OrderBy(form => form.Code, StringComparer.Ordinal).ThenBy(form => form.Version);

    public Form? Find(FormRef form) => _forms.GetValueOrDefault(form);

    /// <summary>Reads one form file.</summary>
    /// <exception cref="FormException">The file is no form: says why.</exception>
    public static Form Read(Stream file)
    {
        FormDefinition read;
        try
        {
            read = JsonSerializer.Deserialize<FormDefinition>(file, Json) ?? throw new FormException("The file is empty.");
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            throw new FormException($"Not a form file: {wrong.Message}", wrong);
        }

        return read.Check().Match(
            form => form,
            refusal => throw new FormException(string.Join('\n', refusal.Errors.Select(fault => $"{fault.Place}: {fault.Message}"))));
    }

    private static IEnumerable<Form> ReadShipped()
    {
        var assembly = typeof(FormCatalogue).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("forms/", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return Read(file);
        }
    }
}

/// <summary>A form file that cannot be used: its author's mistake.</summary>
public sealed class FormException(string message, Exception? inner = null) : Exception(message, inner);
