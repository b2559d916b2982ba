using VksServerless.Cycles;
using VksServerless.Documents;
using VksServerless.People;

namespace VksServerless.Web.Portal.Shell;

/// <summary>What roles, phases and states are called on the pages.</summary>
internal static class Words
{
    public static string Of(Role role) => role switch
    {
        Role.Centre => "Cục 2, trung tâm",
        Role.UnitReporter => "Cán bộ tổng hợp",
        Role.UnitHead => "Thủ trưởng đơn vị",
        Role.Leadership => "Lãnh đạo Viện",
        Role.Inspector => "Thanh tra",
        Role.Administrator => "Quản trị danh bạ",
        Role.Machine => "Phần mềm",
        _ => "Vận hành",
    };

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
