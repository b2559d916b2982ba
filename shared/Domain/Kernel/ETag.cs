using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>What a store gives with what was read, and takes back to prove that it still is so. Opaque: only compared.</summary>
[JsonConverter(typeof(TextJson<ETag>))]
public readonly record struct ETag : IText<ETag>
{
    private readonly string? _text;

    private ETag(string text) => _text = text.Length == 0 ? null : text;

    /// <summary>Of what has never been written. Its text is empty.</summary>
    public static ETag None => default;

    public bool IsNone => _text is null;

    public static ETag Of(string text) => new(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out ETag value)
    {
        value = new ETag(text ?? "");
        return text is not null;
    }

    public override string ToString() => _text ?? "";
}
