using System.Globalization;
using System.Text;

namespace VksServerless.Documents.Charts;

/// <summary>Names as a drawing writes them. SVG neither wraps nor clips a line, therefore its width is estimated beforehand.</summary>
internal static class DrawnText
{
    public const decimal Size = 14;
    public const decimal Small = 12;

    private const int MostCharacters = 400;

    /// <summary>
    /// NFC, in one line, without characters that a drawing cannot hold or that turn the text beside them around.
    /// The table beside the drawing has the name as it was written.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text[..Math.Min(text.Length, MostCharacters)].EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune);
            }
        }

        return string.Join(' ', clean.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Escape(string text) => Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>Rather too wide than too narrow, for common typefaces with and without serifs.</summary>
    public static decimal Width(string text, decimal size) => size * Elements(Clean(text)).Sum(WidthOf);

    /// <summary>Shortened with an ellipsis where it is wider than there is room.</summary>
    public static string Fit(string text, decimal room, decimal size)
    {
        var clean = Clean(text);
        if (Width(clean, size) <= room)
        {
            return clean;
        }

        var (fitting, width) = (new StringBuilder(), size);
        foreach (var element in Elements(clean))
        {
            width += size * WidthOf(element);
            if (width > room)
            {
                break;
            }

            fitting.Append(element);
        }

        return fitting.ToString().TrimEnd() + "…";
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static decimal WidthOf(string element) => element.Normalize(NormalizationForm.FormD)[0] switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ' ' or '\'' or '|' or ':' or ';' => 0.31m,
        'f' or 't' or 'r' or '-' or '(' or ')' or '/' => 0.37m,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 0.95m,
        'Đ' or (>= 'A' and <= 'Z') => 0.74m,
        < '\u0250' => 0.57m,
        _ => 1.05m,
    };
}
