using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Reports.Ways;

/// <summary>A step that somebody tries, as the endpoints do it: the permission first, then the decision.</summary>
/// <param name="By">Null: time passes.</param>
internal sealed record Move(string Name, Caller? By, Func<Situation, Tried?> Try)
{
    public static IReadOnlyList<Move> All { get; } =
    [
        new("wait", null, now => now.IsLast ? null : new Tried(now.Later(), [])),
        Report("hand in", Office.Head, (at, by) => HandsIn(at, by) && HandsIn(at, Office.Reporter), (at, by) =>
            at.Report.Present(at.Cycle, AnObligation.Hash, Office.Reporter, at.Now, signOff: true)
                .Then(presented => presented.Next.Sign(at.Cycle, AnObligation.Hash, new Signature(by.Person, by.Name), at.Now))
                .Map(done => (done.Next, (ObligationEvent)new ReportSubmitted(
                    done.Next.Cycle, done.Next.Unit, done.Next.Superior, done.Next.Revision, done.Version)))),
        Report("withdraw", Office.Head, HandsIn, (at, by) =>
            at.Report.Withdraw(at.Cycle, "Nhầm.", by, maySign: true, at.Now).Map(next => (next, (ObligationEvent)new ReportWithdrawn(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions, by.Name, "Nhầm.")))),
        .. Office.Judges.SelectMany(Judgements),
        Report("exempt", Office.Centre, (_, by) => Permission.RunsCycles(by), (at, by) =>
            at.Report.ExemptFrom(at.Cycle, "Mới thành lập.", by, at.Now).Map(next => (next, (ObligationEvent)new UnitExempted(
                next.Cycle, next.Unit, next.Superior, next.Revision, "Mới thành lập.")))),
        Report("revoke the exemption", Office.Centre, (_, by) => Permission.RunsCycles(by), (at, by) =>
            at.Report.RevokeExemption(at.Cycle, "Miễn nhầm.", at.Limit, by, at.Now).Map(next => (next, (ObligationEvent)new ExemptionRevoked(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.DueAt, "Miễn nhầm.")))),
        new("extend", Office.Centre, Extend),
        Cycle("close", (at, by) => at.Cycle.Close(by.Name, at.Now)),
        Cycle("cancel", (at, by) => at.Cycle.Cancel("Thôi.", by, at.Now)),
        Cycle("correct", (at, by) => at.Cycle.Correct("Sai số liệu.", by, at.Now)),
        Cycle("ready", (at, _) => at.Cycle.FinishCorrecting()),
        Cycle("end the province", (at, by) => Ended(at, by, Office.Province, leaves: false, Office.Heir)),
        Cycle("end the district", (at, by) => at.Report.Owes && at.Cycle.IsJoinable
            ? Ended(at, by, Office.District, leaves: true) : at.Cycle),
        Cycle("end the district after the closing", (at, by) => at.Cycle.IsJoinable
            ? at.Cycle : Ended(at, by, Office.District, leaves: false, Office.Heir)),
        new("approve", Office.Leader, at => Permission.Approves(Office.Leader)
            ? Took(at, at.Cycle.Approve((at.Cycle.Phase as CyclePhase.AwaitingApproval)?.Digest ?? default, Office.Leader, at.Now))
            : null),
    ];

    /// <summary>What is tried in a cycle of the past: all the rest too, for it must be refused.</summary>
    public static IReadOnlyList<Move> OfThePast { get; } =
    [
        .. All,
        Report("enter", Office.Centre, (_, by) => Permission.RunsCycles(by), (at, by) =>
            at.Report.Import(at.Cycle, AnObligation.Hash, at.Cycle.Terms.Deadlines.District, by, at.Now).Map(done => (
                done.Next, (ObligationEvent)new ReportAccepted(
                    done.Next.Cycle, done.Next.Unit, done.Next.Superior, done.Next.Revision, done.Version.Number)))),
        Report("revoke the exemption without a limit", Office.Centre, (_, by) => Permission.RunsCycles(by), (at, by) =>
            at.Report.RevokeExemption(at.Cycle, "Miễn nhầm.", null, by, at.Now).Map(next => (
                next, (ObligationEvent)new ExemptionRevoked(
                    next.Cycle, next.Unit, next.Superior, next.Revision, next.DueAt, "Miễn nhầm.")))),
    ];

    /// <summary>The unit's people, or those of its heir.</summary>
    private static bool HandsIn(Situation at, Caller by) =>
        Permission.HandsInReport(by with { Unit = at.Answering }, at.Report.Unit, Office.Roster, at.Cycle);

    private static bool MayJudge(Situation at, Caller by) =>
        Permission.JudgesReport(by, at.Report.Unit, at.Report.Superior, at.Cycle);

    private static IEnumerable<Move> Judgements(Caller judge)
    {
        yield return Report($"accept as {judge.Unit}", judge, MayJudge, (at, by) =>
            at.Report.Accept(at.Cycle, at.Report.Versions, by, at.Now).Map(next => (next, (ObligationEvent)new ReportAccepted(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions))));
        foreach (var limited in (bool[])[false, true])
        {
            yield return Report($"return as {judge.Unit}{(limited ? " with a limit" : "")}", judge, MayJudge, (at, by) =>
                Return(at, by, limited ? at.Limit : null));
        }

        yield return Report($"take the return back as {judge.Unit}", judge, MayJudge, (at, by) =>
            at.Report.TakeBackReturn(at.Cycle, by, at.Now).Map(next => (next, (ObligationEvent)new ReturnTakenBack(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions, next.IsAccepted))));
    }

    private static Outcome<(Obligation Next, ObligationEvent Happened)> Return(Situation at, Caller by, DateTimeOffset? limit) =>
        at.Report.Return(at.Cycle, at.Report.Versions, "Sai số liệu.", [], by, at.Now, limit).Map(next => (
            next, (ObligationEvent)new ReportReturned(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions, "Sai số liệu.", [], next.ReopenedUntil)));

    /// <summary>The extension is recorded on the cycle and then applied to the report.</summary>
    private static Tried? Extend(Situation at)
    {
        var due = at.Now > at.Cycle.Terms.Deadlines.District ? at.Limit : at.Cycle.Terms.Deadlines.District.AddDays(2);
        var extension = new Extension(
            [at.Report.Unit], due, due > at.Cycle.Terms.ClosesAt ? due : at.Cycle.Terms.ClosesAt, "Bão.", Office.Centre.Name, at.Now);
        var granted = at.Cycle.Extend(extension, [Office.Roster.Participants[0]], at.Now);
        if (at.Report.State is ReportState.Exempt || granted.Refused)
        {
            return null;
        }

        var cycle = granted.Value;
        var next = at.Report.Extend(cycle.ExtensionsOf(at.Report.Unit));
        return new Tried(at with { Cycle = cycle, Report = next }, [new DeadlineExtended(
            next.Cycle, next.Unit, next.Superior, next.Revision, due, "Bão.", next.DueAt < due)]);
    }

    private static Outcome<Cycle> Ended(Situation at, Caller by, UnitCode unit, bool leaves, params UnitCode[] heirs)
    {
        IReadOnlyList<EndedUnit> ended = [new EndedUnit(unit, heirs)];
        return at.Cycle.EndOf(unit) is not null ? at.Cycle : at.Cycle.ChangeUnits(new UnitChange(
            VietnamTime.DayOf(at.Now), "Sắp xếp lại.", by.Name, at.Now, "r", leaves ? ended : [], [])
        {
            Kept = leaves ? [] : ended,
        });
    }

    private static Move Report(
        string name, Caller by, Func<Situation, Caller, bool> permits,
        Func<Situation, Caller, Outcome<(Obligation Next, ObligationEvent Happened)>> decide) => new(
        name, by, at => permits(at, by) && decide(at, by) is { Refused: false, Value: var done } && done.Next != at.Report
            ? new Tried((at with { Report = done.Next }).Recomposed(), [done.Happened])
            : null);

    private static Move Cycle(string name, Func<Situation, Caller, Outcome<Cycle>> decide) => new(
        name, Office.Centre, at => Permission.RunsCycles(Office.Centre) ? Took(at, decide(at, Office.Centre)) : null);

    private static Tried? Took(Situation at, Outcome<Cycle> decided) =>
        decided.Refused || decided.Value == at.Cycle ? null : new Tried(at with { Cycle = decided.Value }, []);
}

/// <summary>What a step led to, before the workflow goes on.</summary>
internal sealed record Tried(Situation Next, IReadOnlyList<CycleEvent> Happened);
