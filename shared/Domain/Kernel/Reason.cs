using System.Globalization;
using System.Text;

namespace VksServerless.Kernel;

/// <summary>What a reason that is asked for must be, whatever it is for: other people read it, in mails and in the report.</summary>
public static class Reason
{
    public static Refusal Missing { get; } = new(
        RefusalKind.Invalid, "reason-missing", "Thiếu lý do",
        "Việc này phải nêu lý do bằng chữ, từ 1 đến 2.000 ký tự, không có ký tự điều khiển hay ký tự đảo chiều chữ.");

    /// <summary>Characters, without the blanks around them.</summary>
    public const int MaxLength = 2000;

    /// <returns>Null when it says something and hides nothing; otherwise why it is not taken.</returns>
    public static Refusal? Check(string? text)
    {
        var reason = (text ?? "").Trim();
        return reason.Length <= MaxLength && reason.EnumerateRunes().All(IsSeen) && reason.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? null
            : Missing;
    }

    private static bool IsSeen(Rune rune) => rune.Value is '\n' or '\r' or '\t' || (!TurnsTheWriting(rune) && rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    private static bool TurnsTheWriting(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
