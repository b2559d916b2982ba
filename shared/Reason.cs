using System.Globalization;
using System.Text;
using VksServerless.Submissions;

namespace VksServerless;

/// <summary>What a reason that is asked for must be, whatever it is for: other people read it, in mails and in the report.</summary>
public static class Reason
{
    /// <summary>Characters, without the blanks around them.</summary>
    public const int MaxLength = 2000;

    /// <returns>Null when it says something and hides nothing; otherwise why it is not taken.</returns>
    public static Refusal? Check(string? text)
    {
        var reason = (text ?? "").Trim();
        return reason.Length <= MaxLength && reason.EnumerateRunes().All(IsSeen) && reason.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? null
            : ReportRefusals.ReasonMissing;
    }

    private static bool IsSeen(Rune rune) => rune.Value is '\n' or '\r' or '\t' || (!TurnsTheWriting(rune) && rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private static bool TurnsTheWriting(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
