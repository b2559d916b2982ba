using VksServerless.Cycles;
using VksServerless.Documents;

namespace VksServerless.Web.Portal.Shell;

/// <summary>What phases are called on the pages.</summary>
internal static class Words
{
    public static string Of(Cycle cycle) => cycle.Phase switch
    {
        CyclePhase.Draft => "Dự thảo",
        CyclePhase.Starting => cycle.Terms.OpensAt is { } opens ? $"Chờ mở, {Written.Instant(opens)}" : "Đang mở",
        CyclePhase.Open when cycle.IsImported => "Kỳ đã qua, đang nhập",
        CyclePhase.Open => "Đang thu báo cáo",
        CyclePhase.Closed => "Đã khóa, đang tổng hợp",
        CyclePhase.AwaitingApproval => $"Chờ duyệt ({cycle.ValidApprovals.Count}/{cycle.Terms.ApprovalsNeeded})",
        CyclePhase.Published when cycle.Correcting is not null => "Đang đính chính",
        CyclePhase.Published published => $"Đã công bố số {published.Number}",
        _ => "Đã hủy",
    };
}
