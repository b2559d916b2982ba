using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>A SHA-256 hash, written as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(TextJson<Sha256>))]
public readonly record struct Sha256 : IText<Sha256>
{
    private const int Digits = 64;
    private readonly string? _text;

    private Sha256(string text) => _text = text;

    /// <summary>The hash of these bytes.</summary>
    public static Sha256 Over(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <exception cref="FormatException">Not a hash.</exception>
    public static Sha256 Of(string text) => TryParse(text, out var hash) ? hash : throw new FormatException($"Not a SHA-256: {text}");

    public static bool TryParse([NotNullWhen(true)] string? text, out Sha256 value)
    {
        var valid = text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower);
        value = valid ? new Sha256(text!) : default;
        return valid;
    }

    /// <summary>Enough of it to tell one from another in a name: its first 16 digits.</summary>
    public string Short => ToString()[..16];

    public override string ToString() => _text ?? new string('0', Digits);
}
