using System.Text.Json;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Totals;

namespace VksServerless.Tests.Reports;

public class A_report_taken_through_any_steps
{
    [Fact]
    public void Gives_a_version_for_every_receipt_and_numbers_them_without_a_gap() => Law.Holds<byte[]>(steps =>
    {
        var receipts = new List<SubmittedVersion>();
        Run(steps, (_, next, version) =>
        {
            receipts.AddRange(version is null ? [] : [version]);
            next.Versions.ShouldBe(receipts.Count);
        });
        receipts.Select(receipt => receipt.Number).ShouldBe(Enumerable.Range(1, receipts.Count));
    });

    [Fact]
    public void Counts_every_change_once_and_a_refusal_never() =>
        Law.Holds<byte[]>(steps => Run(steps, (before, next, _) => (next.Revision - before.Revision).ShouldBe(before == next ? 0 : 1)));

    [Fact]
    public void Is_accepted_only_in_the_version_that_was_handed_in_last() => Law.Holds<byte[]>(steps => Run(steps, (before, next, _) =>
    {
        if (next.State is ReportState.Accepted { RestoredAt: null } accepted && before.State != next.State)
        {
            accepted.Version.ShouldBe(before.State.ShouldBeOfType<ReportState.Submitted>().Version);
            accepted.Version.ShouldBe(next.Versions);
        }
    }));

    [Fact]
    public void Never_becomes_late_by_a_return_or_a_judgement() => Law.Holds<byte[]>(steps => Run(steps, (before, next, _) =>
    {
        if (before.OnTime is true && next.OnTime is not true)
        {
            (next.State is ReportState.Withdrawn or ReportState.Returned, next.OnTime, next.Verdict.LateAt).ShouldBe((true, null, null));
        }
    }));

    [Fact]
    public void Once_late_is_late_or_missing_for_good() => Law.Holds<byte[]>(steps =>
    {
        var late = false;
        Run(steps, (_, next, _) =>
        {
            late |= next.OnTime is false;
            (late && next.OnTime is true).ShouldBeFalse();
        });
    });

    [Fact]
    public void Is_judged_by_its_receipt_and_its_obligation_alike() => Law.Holds<byte[]>(steps => Run(steps, (_, next, version) =>
    {
        if (version is not null)
        {
            (next.OnTime, next.FirstReceivedAt).ShouldBe((version.OnTime, version.FirstReceivedAt ?? version.At));
        }
    }));

    [Fact]
    public void Is_read_again_as_it_was_written() => Law.Holds<byte[]>(steps => Run(steps, (_, next, _) =>
    {
        var read = JsonSerializer.Deserialize<Obligation>(JsonSerializer.Serialize(next, DomainJson.Options), DomainJson.Options)!;
        (read.Timeline, read.Verdict, read.ReopenedUntil).ShouldBe((next.Timeline, next.Verdict, next.ReopenedUntil));
    }));

    [Fact]
    public void Stands_after_a_return_that_is_taken_back_as_it_stood_before() => Law.Holds<byte[]>(steps => Run(steps, (before, next, _) =>
    {
        if (next.State is ReportState.Returned { Before: { } was } && before.State is not ReportState.Returned)
        {
            var back = next.TakeBackReturn(ACycle.Open(), ACycle.Centre, ACycle.Closes).Value;
            (back.State with { RestoredAt = null, RestoredBy = null })
                .ShouldBe(before.State with { RestoredAt = null, RestoredBy = null });
            (back.Verdict, back.DueAt, back.Returns, back.Signing)
                .ShouldBe((before.Verdict, before.DueAt, before.Returns, before.Signing));
            (back.ClosesAt, back.AskedBy, back.ReopenedUntil).ShouldBe((before.ClosesAt, before.AskedBy, before.ReopenedUntil));
        }
    }));

    [Fact]
    public void Is_in_the_count_of_its_superior_exactly_once() => Law.Holds<byte[]>(steps => Run(steps, (_, next, _) =>
    {
        var counted = Completeness.Of(next);
        (counted.Expected + counted.Exempt).ShouldBe(1);
        (counted.OnTime + counted.Late).ShouldBe(counted.Received);
        counted.Accepted.ShouldBeLessThanOrEqualTo(counted.Received);
        counted.Missing.ShouldBeInRange(0, 1);
    }));

    [Fact]
    public void Is_never_reminded_twice_of_one_stage_of_one_deadline() => Law.Holds<byte[]>(steps =>
    {
        var reminded = new List<ReminderMark>();
        Run(steps, (before, next, _) => reminded.AddRange(before.Reminded == next.Reminded ? [] : [next.Reminded!]));
        reminded.ShouldBeUnique();
    });

    [Fact]
    public void Is_never_received_without_a_signature_where_one_is_demanded() =>
        Law.Holds<byte[]>(steps => Run(steps, (_, _, version) => version?.SignedBy.ShouldNotBeNull(), signOff: true));

    [Fact]
    public void Bears_no_signature_where_none_is_demanded() =>
        Law.Holds<byte[]>(
            steps => Run(steps, (_, next, version) => (version?.SignedBy, next.Signing).ShouldBe((null, null)), signOff: false));

    [Fact]
    public void Is_signed_only_in_the_content_that_was_presented_last() => Law.Holds<byte[]>(steps => Run(
        steps,
        (before, _, version) =>
        {
            if (version is not null && version.SignedBy != AnObligation.HeadSigns)
            {
                (version.Sha256, version.ByPerson).ShouldBe((before.Presented!.Sha256, before.Presented.ByPerson));
                before.Presented.Number.ShouldBe(before.Presentations);
            }
        },
        signOff: true));

    [Fact]
    public void Lies_before_the_head_without_being_received() => Law.Holds<byte[]>(steps => Run(
        steps,
        (before, next, _) =>
        {
            (next.Presented is null || next.Owes).ShouldBeTrue();
            if (next.Presentations > before.Presentations)
            {
                (next.State, next.Versions, next.FirstReceivedAt, next.OnTime)
                    .ShouldBe((before.State, before.Versions, before.FirstReceivedAt, before.OnTime));
            }
        },
        signOff: true));

    /// <summary>Every other one in a cycle in which the head signs.</summary>
    private static void Run(byte[] steps, Action<Obligation, Obligation, SubmittedVersion?> observe) =>
        Run(steps, observe, signOff: steps.Length % 2 == 1);

    /// <summary>Each step is an attempt, half a day after the one before; what is refused leaves the report as it was.</summary>
    private static void Run(byte[] steps, Action<Obligation, Obligation, SubmittedVersion?> observe, bool signOff)
    {
        var obligation = AnObligation.Owed;
        foreach (var (count, step) in steps.Index())
        {
            var before = obligation;
            (obligation, var version) = Take(before, step, ACycle.Start.AddHours(12 * count), signOff);
            observe(before, obligation, version);
        }
    }

    private static (Obligation Next, SubmittedVersion? Version) Take(Obligation obligation, byte step, DateTimeOffset now, bool signOff)
    {
        var cycle = ACycle.Open(ACycle.Terms with { HeadSignsOff = signOff });
        var version = step > 200 ? obligation.Versions - 1 : obligation.Versions;
        var content = new string((char)('a' + (step / 12 % 3)), 64);
        return (step % 14) switch
        {
            0 or 1 => obligation.Submit(cycle, Sha256.Of(content), step > 128 ? AnObligation.Head : AnObligation.Reporter, now, signOff)
                .Match(done => (done.Next, (SubmittedVersion?)done.Version), _ => (obligation, null)),
            2 => (obligation.Withdraw(cycle, "Nhầm.", AnObligation.Head, maySign: true, now).OrElse(obligation), null),
            3 =>
                (
                    obligation.Return(
                        cycle, version, "Thiếu số liệu.", [], ACycle.Centre, now, step > 60 ? now.AddDays(step / 60) : null)
                        .OrElse(obligation),
                    null),
            4 => (obligation.Accept(cycle, version, ACycle.Centre, now).OrElse(obligation), null),
            5 => (obligation.Extend(AnObligation.Later(TimeSpan.FromDays(step / 14), now)), null),
            6 when step > 128 => (obligation.ExemptFrom(cycle, "Mới thành lập.", ACycle.Centre, now).OrElse(obligation), null),
            7 =>
                (
                    obligation.Present(cycle, Sha256.Of(content), AnObligation.Reporter, now, signOff).Map(done => done.Next)
                        .OrElse(obligation),
                    null),
            8 or 9 => obligation.Sign(cycle, Sha256.Of(content), AnObligation.DelegateSigns, now)
                .Match(done => (done.Next, (SubmittedVersion?)done.Version), _ => (obligation, null)),
            10 =>
                (
                    step > 128
                        ? obligation.SendBack(cycle, Sha256.Of(content), "Bổ sung.", AnObligation.Head, now).OrElse(obligation)
                        : obligation.TakeBackPresentation().OrElse(obligation),
                    null),
            12 => (obligation.TakeBackReturn(cycle, ACycle.Centre, now).OrElse(obligation), null),
            13 => (obligation.RevokeExemption(cycle, "Miễn nhầm.", now.AddDays(3), ACycle.Centre, now).OrElse(obligation), null),
            _ => (obligation.StageDue(cycle, now) is { } stage ? obligation.Remind(stage) : obligation, null),
        };
    }
}
