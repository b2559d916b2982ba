using VksServerless.Cycles;
using VksServerless.Documents;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>What the centre does with a cycle as a whole, each on a page of its own.</summary>
/// <param name="Name">As it stands in the address.</param>
/// <param name="About">What follows from it.</param>
/// <param name="Done">What is said when it is done.</param>
public sealed record CycleDeed(string Name, string Title, string About, string Button, string Done)
{
    public bool TakesReason => Name is not ("start" or "correct-done");

    public bool TakesDay => this == UnitChanges;

    private const string Unchangeable =
        "Sau đó không sửa được kế hoạch, biểu mẫu, hạn nộp; chỉ gia hạn, miễn báo cáo, khóa sớm hoặc hủy.";

    internal static CycleDeed Start { get; } = new(
        "start", "Bắt đầu kỳ báo cáo", $"Kỳ mở ngay: các đơn vị có nghĩa vụ báo cáo và nhận thư mở kỳ. {Unchangeable}",
        "Bắt đầu kỳ báo cáo", "Đã bắt đầu kỳ báo cáo.");

    internal static CycleDeed Close { get; } = new(
        "close", "Khóa kỳ báo cáo sớm",
        "Từ lúc khóa không nhận báo cáo nữa và báo cáo tổng hợp được lập. Không mở lại được; chỉ gia hạn cho từng đơn vị.",
        "Khóa kỳ báo cáo", "Đã khóa kỳ báo cáo.");

    internal static CycleDeed Cancel { get; } = new(
        "cancel", "Hủy kỳ báo cáo", "Các đơn vị không phải nộp nữa và nhận thư báo hủy, kèm nguyên văn lý do. Không khôi phục được.",
        "Hủy kỳ báo cáo", "Đã hủy kỳ báo cáo.");

    internal static CycleDeed CancelDraft { get; } = Cancel with
    {
        Title = "Hủy dự thảo",
        About = "Chưa đơn vị nào được báo về dự thảo này. Dự thảo đã hủy còn trong danh sách, không khôi phục được.",
        Button = "Hủy dự thảo",
        Done = "Đã hủy dự thảo.",
    };

    internal static CycleDeed Correct { get; } = new(
        "correct", "Mở đính chính bản đã công bố",
        "Các báo cáo lại được trả lại và nộp lại. Bản đính chính cần được duyệt lại và ghi rõ lý do này.",
        "Mở đính chính", "Đã mở đính chính.");

    internal static CycleDeed FinishCorrecting { get; } = new(
        "correct-done", "Kết thúc đính chính", "Các báo cáo cần sửa đã đủ: báo cáo tổng hợp được lập lại và trình duyệt.",
        "Lập lại báo cáo tổng hợp", "Báo cáo tổng hợp đang được lập lại.");

    internal static CycleDeed UnitChanges { get; } = new(
        "unit-changes", "Áp dụng thay đổi đơn vị",
        "Đơn vị đã kết thúc thì đơn vị kế thừa báo cáo và trả lời thay. Sau khi khóa, chỉ thay người trả lời.",
        "Áp dụng thay đổi", "Thay đổi đơn vị đang được áp dụng.");

    /// <summary>What may be done now.</summary>
    internal static IReadOnlyList<CycleDeed> For(Cycle cycle) => cycle.Phase switch
    {
        CyclePhase.Draft => [CancelDraft],
        CyclePhase.Starting => [Cancel],
        CyclePhase.Open => [Close, UnitChanges, Cancel],
        CyclePhase.Published when cycle.Correcting is null => [Correct],
        CyclePhase.Published => cycle.Correcting is { Ready: false } ? [FinishCorrecting, UnitChanges] : [],
        CyclePhase.Cancelled => [],
        _ when cycle.IsApproved || cycle.Correcting is not null => [],
        _ => [UnitChanges, Cancel],
    };

    internal static CycleDeed? Find(string name, Cycle cycle) => name switch
    {
        "start" when cycle.Terms.OpensAt is { } at => Start with
        {
            About = $"Kỳ mở lúc {Written.Instant(at)}: lúc đó các đơn vị có nghĩa vụ báo cáo và nhận thư mở kỳ. {Unchangeable}",
        },
        "start" => Start,
        "close" => Close,
        "cancel" => cycle.IsDraft ? CancelDraft : Cancel,
        "correct" => Correct,
        "correct-done" => FinishCorrecting,
        "unit-changes" => UnitChanges,
        _ => null,
    };
}
