using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

public class A_cycle_taken_through_any_steps
{
    private static readonly string[] Digests = ["A", "B"];

    private static readonly Caller[] Leaders =
        [.. Enumerable.Range(1, 3).Select(leader => new Caller(
            PersonId.Of($"leader-{leader}"), "Lãnh đạo", Role.Leadership, UnitCode.Sector))];

    [Fact]
    public void Is_published_only_with_the_approvals_of_distinct_people_for_that_very_report() => Law.Holds<byte[], byte>((steps, needed) =>
    {
        var cycle = ACycle.Draft(ACycle.Terms with { ApprovalsNeeded = 1 + (needed % 3) });
        foreach (var step in steps)
        {
            var before = cycle;
            cycle = Take(before, step);
            if (cycle.Phase is CyclePhase.Published published && before.Phase != published)
            {
                var laid = before.Phase.ShouldBeOfType<CyclePhase.AwaitingApproval>();
                published.Digest.ShouldBe(laid.Digest);
                before.Approvals.Where(given => given.Digest == laid.Digest).Select(given => given.Person).Distinct().Count()
                    .ShouldBeGreaterThanOrEqualTo(cycle.Terms.ApprovalsNeeded);
            }
        }
    });

    [Fact]
    public void Counts_every_change_once_and_a_refusal_never() => Law.Holds<byte[]>(steps =>
    {
        var cycle = ACycle.Draft();
        foreach (var step in steps)
        {
            var before = cycle;
            cycle = Take(before, step);
            (cycle.Revision - before.Revision).ShouldBe(cycle == before ? 0 : 1);
        }
    });

    [Fact]
    public void Never_takes_back_what_is_published_and_never_comes_back_from_cancelling() => Law.Holds<byte[]>(steps =>
    {
        var (cycle, everPublished) = (ACycle.Draft(), false);
        foreach (var step in steps)
        {
            var before = cycle;
            cycle = Take(before, step);
            everPublished |= cycle.Phase is CyclePhase.Published;
            if (everPublished)
            {
                cycle.Phase.ShouldNotBeOfType<CyclePhase.Cancelled>();
            }

            if (before.Phase is CyclePhase.Cancelled)
            {
                cycle.ShouldBe(before);
            }
        }
    });

    [Fact]
    public void Always_knows_what_is_due_and_never_asks_for_it_twice() => Law.Holds<byte[], ushort>((steps, minutes) =>
    {
        var cycle = steps.Aggregate(ACycle.Draft(), Take);
        var now = ACycle.Start.AddMinutes(minutes);

        var due = Agenda.Of(cycle, everyoneAccepted: false, now);

        (due.LookAgainAt is null || due.LookAgainAt > now).ShouldBeTrue();
        if (due.Step is Step.Remind)
        {
            var done = cycle.RemindedAll(Agenda.RoundDue(cycle, now)!.Value);
            Agenda.Of(done, everyoneAccepted: false, now).Step.ShouldNotBe(Step.Remind);
        }
    });

    private static Cycle Take(Cycle cycle, byte step)
    {
        var digest = Digests[(step >> 4) % Digests.Length];
        var leader = Leaders[(step >> 5) % Leaders.Length];
        return (step % 12) switch
        {
            0 => cycle.Start(ACycle.Centre, ACycle.Start).OrElse(cycle),
            1 => cycle.Open(ACycle.Start),
            2 => cycle.Close("Hệ thống", ACycle.Start).OrElse(cycle),
            3 or 4 => cycle.AwaitApproval(ACycle.DigestOf(digest), ACycle.Start),
            5 or 6 => cycle.Approve(ACycle.DigestOf(digest), leader, ACycle.Start).OrElse(cycle),
            7 or 8 => cycle.IsApproved ? cycle.Publish(PublicationNumber.InYear(1), ACycle.Start) : cycle,
            9 => cycle.Correct("Sai số liệu.", ACycle.Centre, ACycle.Start).OrElse(cycle),
            10 => cycle.FinishCorrecting().OrElse(cycle),
            _ when step > 240 => cycle.Cancel("Không cần nữa.", ACycle.Centre, ACycle.Start).OrElse(cycle),
            _ => cycle.ComposeAgain(ACycle.Start),
        };
    }
}
