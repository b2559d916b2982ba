using System.Globalization;
using System.Text;

namespace VksServerless.Documents.Official;

/// <summary>Text as a document can hold it.</summary>
internal static class Words
{
    /// <summary>
    /// NFC, because typefaces have one glyph for ẫ and none for its three parts; without characters that XML refuses or that nobody sees.
    /// Paragraphs are separated by \n.
    /// </summary>
    public static string Clean(string text)
    {
        var normal = IsPlain(text) ? text : Rebuild(text);
        return normal.IsNormalized(NormalizationForm.FormC) ? normal : normal.Normalize(NormalizationForm.FormC);
    }

    public static string Capitals(string text) => Clean(text).ToUpper(Vietnamese.Culture);

    /// <summary>As it goes on in a sentence; an abbreviation such as VKSND stays as it is.</summary>
    public static string WithinSentence(string text) => text.Length > 1 && char.IsLower(text[1])
        ? char.ToLower(text[0], Vietnamese.Culture) + text[1..]
        : text;

    private static bool IsPlain(string text) => !text.Any(c => char.IsControl(c) && c != '\n' || char.IsSurrogate(c) || IsUnseen(c));

    private static string Rebuild(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value == '\n' || !(Rune.IsControl(rune) || (rune.IsBmp && IsUnseen((char)rune.Value))))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static bool IsUnseen(char c) => c is '\ufffe' or '\uffff' || char.GetUnicodeCategory(c) is UnicodeCategory.Format;
}
