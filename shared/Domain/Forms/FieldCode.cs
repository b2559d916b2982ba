using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace VksServerless.Forms;

/// <summary>
/// Mã chỉ tiêu: names a field of a form. Snake case in every form that was checked; a request, or a form that is yet to be checked, may
/// name any text, and <see cref="Form.Find"/> then finds nothing. The columns of a table have codes of their own.
/// </summary>
[JsonConverter(typeof(TextJson<FieldCode>))]
public readonly record struct FieldCode : IText<FieldCode>, IComparable<FieldCode>
{
    private readonly string? _text;

    private FieldCode(string text) => _text = text.Length == 0 ? null : text;

    public static FieldCode Of(string text) => new(text);

    public static bool TryParse([NotNullWhen(true)] string? text, out FieldCode value)
    {
        value = new FieldCode(text ?? "");
        return text is not null;
    }

    /// <summary>Ordinal.</summary>
    public int CompareTo(FieldCode other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(FieldCode left, FieldCode right) => left.CompareTo(right) < 0;

    public static bool operator >(FieldCode left, FieldCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(FieldCode left, FieldCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FieldCode left, FieldCode right) => left.CompareTo(right) >= 0;

    public override string ToString() => _text ?? "";
}
