using Microsoft.AspNetCore.Http;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Publications;

/// <summary>What a leader typed who does not approve: why, and which units are to answer again by when.</summary>
internal sealed record TypedRefusal(string Reason, IReadOnlyList<UnitCode> Units, DateTimeOffset? AnswerBy)
{
    public const string ReasonPlace = "/reason";
    public const string UnitsPlace = "/units";
    public const string AnswerByPlace = "/dueAt";

    /// <param name="asked">Those who stand in the report.</param>
    public static Outcome<TypedRefusal> Read(IFormCollection posted, IReadOnlyList<ManifestEntry> asked)
    {
        var faults = new List<FieldError>();
        var units = new List<UnitCode>();
        foreach (var named in posted["units"].OfType<string>().SelectMany(text => text.Split('\n')).Select(text => text.Trim())
            .Where(text => text.Length > 0))
        {
            if (Find(named, asked) is { } unit)
            {
                units.Add(unit);
            }
            else
            {
                faults.Add(new FieldError(UnitsPlace, "unknown-unit", $"Không có đơn vị “{Short(named)}” trong báo cáo này."));
            }
        }

        DateTimeOffset? answerBy = null;
        if (posted["answer-by"].ToString().Trim() is { Length: > 0 } typed)
        {
            if (TypedDay.TryRead(typed, out var day))
            {
                answerBy = VietnamTime.At(day, new TimeOnly(23, 59, 59));
            }
            else
            {
                faults.Add(new FieldError(AnswerByPlace, "day-unreadable", "Ghi hạn theo dạng ngày/tháng/năm, ví dụ 20/07/2026."));
            }
        }

        return faults.Count == 0
            ? new TypedRefusal(posted["reason"].ToString(), [.. units.Distinct()], answerBy)
            : new Refusal(RefusalKind.Invalid, "refusal-unreadable", "Chưa trả lại được báo cáo", "Có chỗ cần sửa.") { Errors = faults };
    }

    /// <summary>Where on the page it is put right.</summary>
    public static Refusal AtItsPlace(Refusal refusal) => refusal.Type switch
    {
        "reason-missing" => refusal with { Errors = [new FieldError(ReasonPlace, refusal.Type, "Ghi lý do không duyệt.")] },
        "limit-needed" => refusal with
        {
            Detail = "Khi nêu tên đơn vị phải ghi hạn các đơn vị đó nộp lại.",
            Errors =
            [
                new FieldError(AnswerByPlace, refusal.Type, $"Ghi một ngày sau hôm nay, chậm nhất {Obligation.LongestAnswer.Days} ngày nữa."),
            ],
        },
        _ => refusal,
    };

    private static UnitCode? Find(string named, IReadOnlyList<ManifestEntry> asked) => asked
        .Where(entry => entry.Unit.ToString() == named || Search.Plain(entry.Name) == Search.Plain(named))
        .Select(entry => (UnitCode?)entry.Unit).FirstOrDefault();

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
