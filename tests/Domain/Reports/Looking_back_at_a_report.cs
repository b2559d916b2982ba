using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

public class Looking_back_at_a_report
{
    private static readonly DateTimeOffset Start = AnObligation.Owed.DueAt.AddDays(-9);

    [Fact]
    public void What_was_accepted_counts_until_the_very_instant_of_its_return()
    {
        var history = After(Submit, Accept, Return, Submit);

        history.AcceptedAsOf(At(1)).ShouldBeNull();
        history.AcceptedAsOf(At(2)).ShouldBe(new HandedIn(1, AnObligation.Hash));
        history.AcceptedAsOf(At(3).AddTicks(-1)).ShouldBe(new HandedIn(1, AnObligation.Hash));
        history.AcceptedAsOf(At(3)).ShouldBeNull();
        history.AcceptedAsOf(null).ShouldBeNull();
    }

    [Fact]
    public void What_was_handed_in_counts_however_it_was_judged_but_not_what_was_taken_back()
    {
        var history = After(Submit, Return, Submit, Withdraw, Submit);

        history.SubmittedAsOf(At(0)).ShouldBeNull();
        history.SubmittedAsOf(At(2))?.Version.ShouldBe(1);
        history.SubmittedAsOf(At(3))?.Version.ShouldBe(2);
        history.SubmittedAsOf(At(4))?.Version.ShouldBe(1);
        history.SubmittedAsOf(null)?.Version.ShouldBe(3);
    }

    [Fact]
    public void Before_anything_was_handed_in_the_unit_owed()
    {
        var then = After(Submit, Accept).AsOf(At(0));

        (then.State, then.FirstReceivedAt, then.OnTime).ShouldBe((new ReportState.Owed(), null, null));
    }

    [Fact]
    public void A_return_that_was_taken_back_was_one_until_then()
    {
        var history = After(Submit, Accept, Return, TakeBack);

        history.AcceptedAsOf(At(3)).ShouldBeNull();
        history.AcceptedAsOf(At(4)).ShouldBe(new HandedIn(1, AnObligation.Hash));
    }

    [Fact]
    public void As_of_the_last_change_and_ever_after_it_is_as_it_stands() => Law.Holds<byte[]>(steps =>
    {
        var changes = steps.Take(20).Select(step => (Func<Obligation, DateTimeOffset, Obligation?>[])[Submit, Accept, Return, Withdraw])
            .Zip(steps, (all, step) => all[step % 4]).ToArray();
        var history = After(changes);

        history.AsOf(At(21)).ShouldBe(history.Changes.Count == 0 ? history.Present : history.Changes[^1]);
        history.AcceptedAsOf(At(21)).ShouldBe(history.AcceptedAsOf(null));
        history.SubmittedAsOf(At(21)).ShouldBe(history.SubmittedAsOf(null));
        foreach (var (change, of) in history.Changes.Index())
        {
            new ReportHistory(history.Present, [.. history.Changes.Take(change + 1)]).AcceptedAsOf(At(21))?.Version.ShouldBe(of.Versions);
        }
    });

    /// <summary>One change an hour; those that are refused leave things as they are.</summary>
    private static ReportHistory After(params Func<Obligation, DateTimeOffset, Obligation?>[] changes)
    {
        var (present, seen) = (AnObligation.Owed, new List<Obligation>());
        foreach (var (hour, change) in changes.Index())
        {
            if (change(present, At(hour + 1)) is { } next)
            {
                seen.Add(present = next);
            }
        }

        return new ReportHistory(present, seen);
    }

    private static Obligation? Submit(Obligation of, DateTimeOffset at) =>
        Next(of.Submit(ACycle.Open(), AnObligation.Hash, AnObligation.Reporter, at, signOff: false).Map(done => done.Next));

    private static Obligation? Accept(Obligation of, DateTimeOffset at) => Next(of.Accept(ACycle.Open(), of.Versions, ACycle.Centre, at));

    private static Obligation? Return(Obligation of, DateTimeOffset at) =>
        Next(of.Return(ACycle.Open(), of.Versions, "Sai số liệu.", [], ACycle.Centre, at));

    private static Obligation? TakeBack(Obligation of, DateTimeOffset at) => Next(of.TakeBackReturn(ACycle.Open(), ACycle.Centre, at));

    private static Obligation? Withdraw(Obligation of, DateTimeOffset at) =>
        Next(of.Withdraw(ACycle.Open(), "", AnObligation.Reporter, maySign: false, at));

    private static Obligation? Next(Outcome<Obligation> outcome) => outcome.Refused ? null : outcome.Value;

    private static DateTimeOffset At(int hour) => Start.AddHours(hour);
}
