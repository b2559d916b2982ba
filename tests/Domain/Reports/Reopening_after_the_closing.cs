using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

/// <summary>Also inside a correction.</summary>
public class Reopening_after_the_closing
{
    private static readonly DateTimeOffset After = ACycle.Closes.AddDays(1);
    private static readonly DateTimeOffset Limit = After.AddDays(2);

    private static readonly Cycle Correcting = ACycle.Published("A").Correct("Sai.", ACycle.Centre, After).Value;

    private static readonly Obligation Accepted =
        AnObligation.Submitted(ACycle.Start).Accept(ACycle.Open(), 1, ACycle.Centre, ACycle.Start).Value;

    private static readonly Dictionary<string, Cycle> Cycles = new()
    {
        ["closed"] = ACycle.Open().Close("Hệ thống", ACycle.Closes).Value,
        ["awaiting approval"] = ACycle.AwaitingApproval("A"),
        ["being corrected"] = Correcting,
        ["corrected"] = Correcting.FinishCorrecting().Value,
        ["approved"] = ACycle.AwaitingApproval("A").Approve(ACycle.DigestOf("A"), ACycle.Leader, After).Value,
        ["published"] = ACycle.Published("A"),
    };

    [Theory]
    [InlineData("closed")]
    [InlineData("awaiting approval")]
    [InlineData("being corrected")]
    [InlineData("corrected")]
    public void By_a_return_with_a_limit_lets_this_unit_answer_until_then_and_the_superior_accept_it(string phase)
    {
        var cycle = Cycles[phase];
        Return(cycle, null).Refusal.ShouldBe(ReportRefusals.LimitNeeded);
        var returned = Return(cycle, Limit).Value;

        returned.IsAwaited(Limit).ShouldBeTrue();
        returned.IsAwaited(Limit.AddMilliseconds(1)).ShouldBeFalse();
        var answered = returned.Submit(cycle, AnObligation.Hash, AnObligation.Reporter, Limit, signOff: false).Value.Next;
        (answered.OnTime, answered.IsAwaited(Limit)).ShouldBe((true, true));
        answered.Accept(cycle, 2, ACycle.Centre, Limit).Value.IsAwaited(Limit).ShouldBeFalse();
        returned.Submit(cycle, AnObligation.Hash, AnObligation.Reporter, Limit.AddMilliseconds(1), signOff: false).Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("awaiting approval")]
    [InlineData("being corrected")]
    [InlineData("corrected")]
    public void Ends_when_the_return_is_taken_back_before_anything_new_came_in(string phase)
    {
        var cycle = Cycles[phase];
        var returned = Return(cycle, Limit).Value;
        var answered = returned.Submit(cycle, AnObligation.Hash, AnObligation.Reporter, Limit, signOff: false).Value.Next;

        var back = returned.TakeBackReturn(cycle, Limit.AddDays(1)).Value;

        (back.IsAccepted, back.OnTime, back.IsAwaited(After)).ShouldBe((true, true, false));
        answered.TakeBackReturn(cycle, Limit).Refusal.ShouldBe(ReportRefusals.NothingReturned);
    }

    [Theory]
    [InlineData("approved")]
    [InlineData("published")]
    public void Is_refused_once_the_leadership_has_approved_and_says_what_to_do_instead(string phase) =>
        Return(Cycles[phase], Limit).Refusal!.Detail.ShouldContain("đính chính");

    [Fact]
    public void By_an_extension_does_the_same_for_a_unit_that_never_handed_in()
    {
        var closed = ACycle.Open().Close("Hệ thống", ACycle.Closes).Value;
        var extension = AnObligation.Later(TimeSpan.FromDays(14), After) with { Reopens = true };

        var reopened = AnObligation.Owed.Extend(extension);

        AnObligation.Owed.CheckOpen(closed, After)!.Detail.ShouldContain("gia hạn");
        reopened.Submit(closed, AnObligation.Hash, AnObligation.Reporter, After, signOff: false).Value.Next.OnTime.ShouldBe(false);
    }

    private static Outcome<Obligation> Return(Cycle cycle, DateTimeOffset? limit) =>
        Accepted.Return(cycle, 1, "Sai số liệu.", [], ACycle.Centre, After, limit);
}
