using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>Names a person, a software or the system itself: the subject of the token. Stable, never shown; not empty.</summary>
[JsonConverter(typeof(TextJson<PersonId>))]
public readonly record struct PersonId : IText<PersonId>
{
    private readonly string? _text;

    private PersonId(string text) => _text = text;

    /// <summary>The system, acting by the rules of a cycle.</summary>
    public static PersonId System { get; } = new("system");

    /// <summary>Nobody recorded who: only in what was written by earlier versions.</summary>
    public static PersonId Unknown { get; } = new("unknown");

    /// <exception cref="FormatException">It is blank.</exception>
    public static PersonId Of(string text) =>
        TryParse(text, out var person) ? person : throw new FormatException("A person's id is blank.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PersonId value)
    {
        var valid = !string.IsNullOrWhiteSpace(text);
        value = valid ? new PersonId(text!) : default;
        return valid;
    }

    public override string ToString() => _text ?? "";
}
