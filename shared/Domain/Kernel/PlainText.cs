using System.Globalization;
using System.Text;

namespace VksServerless.Kernel;

/// <summary>What a name may be made of.</summary>
internal static class PlainText
{
    /// <summary>
    /// No control characters and nothing invisible, such as marks that turn the writing direction; whole characters only.
    /// </summary>
    public static bool IsOneLine(string text, int maxLength) =>
        text.Length <= maxLength && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    /// <summary>Whether a spreadsheet that opens an export would take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..];
}
