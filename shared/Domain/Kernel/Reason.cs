using System.Text;

namespace VksServerless.Kernel;

/// <summary>What a reason that is asked for must be, whatever it is for: other people read it, in mails and in the report.</summary>
public static class Reason
{
    public static Refusal Missing { get; } = new(
        RefusalKind.Invalid, "reason-missing", "Thiếu lý do",
        "Việc này phải nêu lý do bằng chữ, từ 1 đến 2.000 ký tự, không có ký tự điều khiển hay ký tự không nhìn thấy.");

    /// <summary>Characters, without the blanks around them.</summary>
    public const int MaxLength = 2000;

    /// <returns>Null when it says something and hides nothing; otherwise why it is not taken.</returns>
    public static Refusal? Check(string? text)
    {
        var reason = (text ?? "").Trim();
        return reason.Length > MaxLength || !reason.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? Missing
            : PlainText.FirstUnseen(reason, lines: true) is { } unseen ? Missing with { Detail = PlainText.Told(reason, unseen) }
            : null;
    }
}
