using System.Globalization;
using System.Text;

namespace VksServerless.Kernel;

/// <summary>
/// What a text that people type may be made of, whatever it is for: whole characters that are seen. One rule for answers, titles,
/// reasons, names, file names and mails.
/// </summary>
public static class PlainText
{
    /// <summary>
    /// Combining marks on one letter. No language needs more (UAX #15, Stream-Safe), and the time to normalise grows with their square.
    /// </summary>
    private const int MostMarks = 30;

    /// <summary>
    /// The first character that nobody would see: with it a text looks like another, or like none. So is the mark on a letter that has
    /// more of them than any language writes.
    /// </summary>
    /// <param name="lines">Whether line ends and tabs may stand in it.</param>
    /// <returns>Null when every character is seen.</returns>
    public static (Rune Character, int At)? FirstUnseen(string text, bool lines)
    {
        var (at, marks) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks || (IsUnseen(rune) && !(lines && rune.Value is '\n' or '\r' or '\t')))
            {
                return (rune, at);
            }

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>One line in which everything is seen; it may be empty.</summary>
    public static bool IsOneLine(string text, int maxLength) => text.Length <= maxLength && FirstUnseen(text, lines: false) is null;

    /// <summary>Whether a spreadsheet that opens an export would take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..];

    /// <summary>
    /// Control and format characters (zero width, marks that turn the writing), separators of lines and paragraphs, half a surrogate
    /// pair, and the letters, marks and blanks that Unicode lets everybody draw as nothing (Default_Ignorable_Code_Point, UAX #44).
    /// </summary>
    public static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsMark(Rune rune) => rune.Value >= 0x0300 && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Names an unseen character and where it stands, so that it can be found and removed.</summary>
    internal static string Told(string text, (Rune Character, int At) unseen)
    {
        if (!IsUnseen(unseen.Character))
        {
            return "Văn bản chứa chuỗi dấu bất thường; hãy xóa đi rồi nhập lại.";
        }

        var before = new string([.. text[..unseen.At].Reverse().TakeWhile(letter => letter > ' ').Take(20).Reverse()]);
        return $"Văn bản chứa ký tự không nhìn thấy (U+{unseen.Character.Value:X4}, ký tự thứ {unseen.At + 1}"
            + (before.Length == 0 ? "" : $", sau \"{before}\"") + "); hãy xóa đi rồi nhập lại.";
    }
}
