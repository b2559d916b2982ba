using VksServerless.Cycles;

namespace VksServerless.Notices;

/// <summary>Reminders of what a plan foresees beside the units' reports.</summary>
internal static class MilestoneNotices
{
    public static IEnumerable<Addressed> Of(MilestoneDue due, Surroundings around)
    {
        var cycle = around.Cycle;
        var milestone = cycle.Terms.Milestones![due.Milestone];
        var concerned = milestone.Concerns.Select(to => new Office(to.Name, [to.Mail]));
        var units = milestone.ConcernsUnits ? around.Units : [];
        return concerned.Concat(units).Select(to => new Addressed(
            due.Id, due.Subject, Letter(milestone, VietnamTime.DayOf(due.At), cycle, to.Name), to.Mails,
            PortalPath.Cycle(cycle.Id), around.Portal.Contact));
    }

    private static Letter Letter(Milestone milestone, DateOnly today, Cycle cycle, string recipient) => Notices.Letter.To(
        recipient,
        $"[Nhắc việc] {milestone.Name} ({When(milestone.On, today)}): {cycle.Terms.Title}",
        $"Theo Kế hoạch số {cycle.Terms.Plan.Number} ngày {Vietnamese.Day(cycle.Terms.Plan.Date)} (kỳ báo cáo \"{cycle.Terms.Title}\"), " +
        $"việc sau đây {When(milestone.On, today)}:",
        $"- {milestone.Name}\n- Thời hạn: {Vietnamese.Day(milestone.On)}");

    private static string When(DateOnly on, DateOnly today) => (on.DayNumber - today.DayNumber) switch
    {
        0 => "đến hạn hôm nay",
        > 0 and var left => $"còn {left} ngày là đến hạn",
        var past => $"đã quá hạn {-past} ngày",
    };
}
