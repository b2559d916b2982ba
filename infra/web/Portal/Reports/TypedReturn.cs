using Microsoft.AspNetCore.Http;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>Why reports are returned and by when they are to be answered, as it was typed.</summary>
/// <param name="AnswerBy">Null: the usual limit.</param>
internal sealed record TypedReturn(string Reason, DateTimeOffset? AnswerBy)
{
    private static readonly Refusal DayUnreadable = new(
        RefusalKind.Invalid, "day-unreadable", "Chưa trả lại được",
        "Ghi hạn nộp lại theo dạng ngày/tháng/năm, ví dụ 20/07/2026.");

    public static Outcome<TypedReturn> Read(IFormCollection posted)
    {
        var reason = posted["reason"].ToString();
        return posted["limit"].ToString().Trim() is not { Length: > 0 } limit ? new TypedReturn(reason, null)
            : TypedDay.TryRead(limit, out var day) ? new TypedReturn(reason, VietnamTime.At(day, new TimeOnly(23, 59, 59)))
            : DayUnreadable;
    }
}
