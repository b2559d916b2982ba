using VksServerless.Calendars;
using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Milestones_of_a_plan
{
    private static readonly Recipient Office = new("Cục 2", "c2@vks.example");
    private static readonly Milestone Conference = new("Hội nghị tổng kết", new DateOnly(2018, 12, 20), [-7, 0, 3], [Office], false);
    private static readonly Milestone SectorReport = new("Báo cáo tổng hợp", new DateOnly(2018, 8, 31), [0], [Office], true);
    private static readonly CycleTerms Terms = ACycle.Terms with { Milestones = [SectorReport, Conference] };

    [Fact]
    public void Are_reminded_of_on_their_days_and_only_once()
    {
        var cycle = ACycle.Open(Terms);

        cycle.MilestonesDue(new DateOnly(2018, 8, 30)).ShouldBeEmpty();
        cycle.MilestonesDue(new DateOnly(2018, 8, 31)).ShouldBe([(0, 0)]);
        cycle.RemindedOfMilestones(new DateOnly(2018, 8, 31)).MilestonesDue(new DateOnly(2018, 8, 31)).ShouldBeEmpty();
    }

    [Fact]
    public void Are_made_up_for_after_days_on_which_nothing_ran_each_with_its_newest_reminder() =>
        ACycle.Open(Terms).MilestonesDue(new DateOnly(2018, 12, 21)).ShouldBe([(0, 0), (1, 0)]);

    [Fact]
    public void Are_nothing_before_the_opening_and_after_a_cancellation()
    {
        ACycle.Draft(Terms).MilestonesDue(new DateOnly(2018, 12, 31)).ShouldBeEmpty();
        ACycle.Open(Terms).Cancel("Nhầm", ACycle.Centre, ACycle.Start).Value.MilestonesDue(new DateOnly(2018, 12, 31)).ShouldBeEmpty();
    }

    [Fact]
    public void Keep_a_published_cycle_under_way_until_the_last_reminder()
    {
        var published = ACycle.Published("a") with { Terms = Terms };

        published.IsUnderWay(VietnamTime.At(new DateOnly(2018, 12, 23), new TimeOnly(8, 0)), TimeSpan.Zero).ShouldBeTrue();
        published.IsUnderWay(VietnamTime.At(new DateOnly(2018, 12, 24), new TimeOnly(8, 0)), TimeSpan.Zero).ShouldBeFalse();
        published.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public void Leave_no_trace_in_cycles_without_any() =>
        ACycle.Open().RemindedOfMilestones(new DateOnly(2018, 12, 31)).ShouldBe(ACycle.Open());
}
