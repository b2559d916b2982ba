using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

/// <summary>Also inside a correction.</summary>
public class Reopening_after_the_closing
{
    private static readonly DateTimeOffset After = ACycle.Closes.AddDays(1);
    private static readonly DateTimeOffset Limit = After.AddDays(2);

    private static readonly Caller Superior = new(PersonId.Of("superior"), "Viện tỉnh", Role.UnitHead, UnitCode.Of("T84"));

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

        var back = returned.TakeBackReturn(cycle, ACycle.Centre, Limit.AddDays(1)).Value;

        (back.IsAccepted, back.OnTime, back.IsAwaited(After)).ShouldBe((true, true, false));
        answered.TakeBackReturn(cycle, ACycle.Centre, Limit).Refusal.ShouldBe(ReportRefusals.NothingReturned);
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

    [Fact]
    public void By_a_superior_holds_up_the_sector_report_for_a_month_in_all_and_not_longer()
    {
        var closed = Cycles["closed"];
        var first = ReturnAs(Superior, Accepted, closed, After, After.AddDays(31)).Value;
        var later = After.AddDays(20);
        var back = first.TakeBackReturn(closed, Superior, later).Value;

        ReturnAs(Superior, back, closed, later, After.AddDays(31)).Refused.ShouldBeFalse();
        ReturnAs(Superior, back, closed, later, After.AddDays(32)).Refusal!.Type.ShouldBe("held-up-too-long");
        ReturnAs(ACycle.Centre, back, closed, later, After.AddDays(32)).Refused.ShouldBeFalse();
        var extended = back.Extend(AnObligation.Later(TimeSpan.FromDays(50), later) with { Reopens = true });
        ReturnAs(Superior, extended, closed, later, After.AddDays(32)).Refused.ShouldBeFalse("the centre has given the time");
        var again = ACycle.Published("A").Correct("Sai.", ACycle.Centre, later).Value;
        ReturnAs(Superior, back, again, later, later.AddDays(31)).Refused.ShouldBeFalse("a correction is counted by itself");
    }

    [Fact]
    public void Takes_away_no_time_that_the_unit_was_given_and_leaves_it_when_it_is_taken_back()
    {
        var closed = Cycles["closed"];
        var given = AnObligation.Owed.Extend(AnObligation.Later(TimeSpan.FromDays(20), After) with { Reopens = true });
        var submitted = given.Submit(closed, AnObligation.Hash, AnObligation.Reporter, After, signOff: false).Value.Next;
        foreach (var before in (Obligation[])[submitted, submitted.Accept(closed, 1, ACycle.Centre, After).Value])
        {
            var returned = ReturnAs(Superior, before, closed, After, Limit).Value;
            (returned.ReopenedUntil, returned.ClosesAt).ShouldBe((given.ReopenedUntil, given.ClosesAt));
            returned.CheckOpen(closed, Limit.AddDays(1)).ShouldBeNull();
            var back = returned.TakeBackReturn(closed, Superior, After).Value;
            (back.ReopenedUntil, back.ClosesAt, back.AskedBy).ShouldBe((before.ReopenedUntil, before.ClosesAt, before.AskedBy));
        }
    }

    [Fact]
    public void That_is_taken_back_keeps_what_the_centre_has_granted_since()
    {
        var extension = AnObligation.Later(TimeSpan.FromDays(20), After) with { Reopens = true };
        var closed = Cycles["closed"] with { Extensions = [extension] };

        var back = ReturnAs(Superior, Accepted, closed, After, Limit).Value.Extend(extension).TakeBackReturn(closed, Superior, After).Value;

        (back.ReopenedUntil, back.ClosesAt).ShouldBe((extension.ClosesAt, extension.ClosesAt));
    }

    [Fact]
    public void By_a_return_that_was_given_before_the_closing_counts_from_the_closing()
    {
        var (open, closed) = (ACycle.Open(), Cycles["closed"]);
        var early = ReturnAs(Superior, Accepted, open, ACycle.Closes.AddDays(-1), ACycle.Closes.AddDays(1)).Value;
        var back = early.TakeBackReturn(open, Superior, ACycle.Closes.AddHours(-1)).Value;

        ReturnAs(Superior, back, closed, After, ACycle.Closes.AddDays(31)).Refused.ShouldBeFalse();
        ReturnAs(Superior, back, closed, After, After.AddDays(31)).Refusal!.Type.ShouldBe("held-up-too-long");
    }

    [Fact]
    public void That_an_earlier_version_recorded_is_taken_back_as_it_was_then()
    {
        var returned = ReturnAs(Superior, Accepted, Cycles["closed"], After, Limit).Value;
        var state = (ReportState.Returned)returned.State;
        var old = returned with
        {
            State = state with { TimeBefore = null, SignedBefore = null, ByPerson = null, FromAbove = false },
            HeldUpSince = null,
        };

        var back = old.TakeBackReturn(Cycles["closed"], Superior, After).Value;

        (back.IsAccepted, back.ReopenedUntil, back.ClosesAt).ShouldBe((true, null, Limit));
        ReturnAs(Superior, back, Cycles["closed"], After, After.AddDays(31)).Refused.ShouldBeFalse();
    }

    [Fact]
    public void By_a_leader_or_the_centre_is_taken_back_by_no_superior_and_it_is_on_record_who_did()
    {
        var closed = Cycles["closed"];
        var returned = ReturnAs(ACycle.Leader, Accepted, closed, After, Limit).Value;

        returned.TakeBackReturn(closed, Superior, After).Refusal!.Type.ShouldBe("returned-from-above");
        returned.TakeBackReturn(closed, ACycle.Centre, After).Value.State.RestoredBy
            .ShouldBe(new DoneBy(ACycle.Centre.Person, ACycle.Centre.Name, After));
    }

    [Fact]
    public void Is_ended_by_the_centre_which_exempts_a_unit_that_owes_whatever_it_did_before()
    {
        var closed = Cycles["closed"];
        var given = AnObligation.Owed.Extend(AnObligation.Later(TimeSpan.FromDays(20), After) with { Reopens = true });
        var withdrawn = given.Submit(closed, AnObligation.Hash, AnObligation.Reporter, After, signOff: false).Value.Next
            .Withdraw(closed, "", AnObligation.Reporter, maySign: false, After).Value;
        foreach (var owes in (Obligation[])[given, withdrawn, ReturnAs(Superior, Accepted, closed, After, Limit).Value])
        {
            var exempt = owes.ExemptFrom(closed, "Không nộp.", ACycle.Centre, After).Value;
            (exempt.State, exempt.IsAwaited(After)).ShouldBe((new ReportState.Exempt("Không nộp.", ACycle.Centre.Name, After), false));
        }

        AnObligation.Return(AnObligation.Submitted(ACycle.Start), ACycle.Start)
            .ExemptFrom(ACycle.Open(), "Không nộp.", ACycle.Centre, ACycle.Start).Refusal.ShouldBe(ReportRefusals.TooLateToExempt);
    }

    private static Outcome<Obligation> ReturnAs(Caller by, Obligation of, Cycle cycle, DateTimeOffset at, DateTimeOffset limit) =>
        of.Return(cycle, of.Versions, "Sai số liệu.", [], by, at, limit);

    private static Outcome<Obligation> Return(Cycle cycle, DateTimeOffset? limit) =>
        Accepted.Return(cycle, 1, "Sai số liệu.", [], ACycle.Centre, After, limit);
}
