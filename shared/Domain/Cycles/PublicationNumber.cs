using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace VksServerless.Cycles;

/// <summary>
/// Số của báo cáo đã công bố, e.g. 01/BC-VKSTC: its number in the year, two digits at least, as NĐ 30/2020/NĐ-CP has it. Unique within
/// the year.
/// </summary>
[JsonConverter(typeof(TextJson<PublicationNumber>))]
public readonly record struct PublicationNumber : IText<PublicationNumber>
{
    private const string Suffix = "/BC-VKSTC";
    private readonly string? _text;

    private PublicationNumber(string text) => _text = text;

    /// <summary>Its place in the year; null: it has none, or is not written as one.</summary>
    public int? Place =>
        _text is not null && int.TryParse(_text[..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place > 0 && InYear(place) == this ? place : null;

    /// <param name="place">From 1.</param>
    public static PublicationNumber InYear(int place) => new($"{place:00}{Suffix}");

    /// <exception cref="FormatException">It is no such number.</exception>
    public static PublicationNumber Of(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"Not the number of a publication: {text}");

    public static bool TryParse([NotNullWhen(true)] string? text, out PublicationNumber value)
    {
        var digits = text?.EndsWith(Suffix, StringComparison.Ordinal) is true ? text[..^Suffix.Length] : "";
        var valid = digits.Length >= 2 && digits.All(char.IsAsciiDigit);
        value = valid ? new PublicationNumber(text!) : default;
        return valid;
    }

    public override string ToString() => _text ?? "";
}
