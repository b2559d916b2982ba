using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

public class The_deadline
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Itself_is_on_time_and_the_instant_after_it_is_late()
    {
        AnObligation.Submitted(ACycle.Due).OnTime.ShouldBe(true);
        AnObligation.Submitted(ACycle.Due + Instant).OnTime.ShouldBe(false);
    }

    [Fact]
    public void Of_closing_still_takes_a_report_and_the_instant_after_it_does_not()
    {
        AnObligation.Submitted(ACycle.Closes).State.ShouldBeOfType<ReportState.Submitted>();
        AnObligation.Owed.Submit(ACycle.Open(), AnObligation.Hash, AnObligation.Reporter, ACycle.Closes + Instant, signOff: false)
            .Refusal!.Type.ShouldBe(ReportRefusals.Closed(ACycle.Closes).Type);
    }

    [Fact]
    public void Is_missed_by_a_unit_that_took_its_report_back_and_sent_it_again_after_it()
    {
        var withdrawn = AnObligation.Withdraw(AnObligation.Submitted(ACycle.Due), ACycle.Due);

        withdrawn.OnTime.ShouldBeNull();
        AnObligation.Submit(withdrawn, ACycle.Due + Instant).OnTime.ShouldBe(false);
    }

    [Fact]
    public void Never_comes_sooner_by_an_extension()
    {
        var moved = AnObligation.Owed.Extend(AnObligation.Later(TimeSpan.FromDays(2)));

        moved.Extend(AnObligation.Later(TimeSpan.FromDays(1))).DueAt.ShouldBe(moved.DueAt);
    }

    [Fact]
    public void Is_reminded_of_once_a_stage_and_anew_when_it_has_been_extended()
    {
        var dayBefore = new DateTimeOffset(2018, 8, 9, 8, 0, 0, VietnamTime.Offset);
        var open = ACycle.Open();

        AnObligation.Owed.StageDue(open, dayBefore - Instant).ShouldBe(-7);
        AnObligation.Owed.StageDue(open, dayBefore).ShouldBe(-1);
        var reminded = AnObligation.Owed.Remind(-1);
        reminded.StageDue(open, dayBefore).ShouldBeNull();
        reminded.Extend(AnObligation.Later(TimeSpan.FromDays(6))).StageDue(open, dayBefore).ShouldBe(-7);
    }

    [Fact]
    public void Brings_no_reminder_to_whoever_owes_nothing() =>
        AnObligation.Submitted(ACycle.Start).StageDue(ACycle.Open(), ACycle.Due).ShouldBeNull();

    [Fact]
    public void Is_reminded_of_beside_the_rounds_once_a_day_and_counts_for_a_round_of_that_day()
    {
        var (open, noon) = (ACycle.Open(), new DateTimeOffset(2018, 8, 9, 12, 0, 0, VietnamTime.Offset));

        var reminded = AnObligation.Owed.RemindToday(open, noon.AddDays(-1));
        reminded.Reminded!.Stage.ShouldBe(-2);
        reminded.StageDue(open, noon).ShouldBe(-1);
        var again = reminded.RemindToday(open, noon);
        again.Reminded!.Stage.ShouldBe(-1);
        again.StageDue(open, noon).ShouldBeNull();
        again.RemindToday(open, noon.AddHours(5)).ShouldBe(again);
    }

    [Fact]
    public void Is_not_reminded_of_where_nothing_is_owed_or_nothing_is_taken_any_more()
    {
        var submitted = AnObligation.Submitted(ACycle.Start);

        submitted.RemindToday(ACycle.Open(), ACycle.Due).ShouldBe(submitted);
        AnObligation.Owed.RemindToday(ACycle.Open(), ACycle.Closes + Instant).ShouldBe(AnObligation.Owed);
        AnObligation.Owed.RemindToday(ACycle.AwaitingApproval("a"), ACycle.Due).ShouldBe(AnObligation.Owed);
    }
}
