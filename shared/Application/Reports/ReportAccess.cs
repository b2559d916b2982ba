using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Opens the report that is named, for those who may.</summary>
public sealed class ReportAccess(ReportCheck desk) : IUseCase
{
    private static readonly Roster Nobody = new([], []);

    public Task<Outcome<OpenReport>> Read(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(
            cycle,
            unit,
            open => Permission.ReadsReport(caller, open.Obligation.Unit, open.Roster, open.Cycle),
            absent => Permission.ReadsReport(caller, absent, Nobody, null) || Permission.WritesReport(caller, absent),
            cancellation);

    /// <summary>
    /// For what also a software is shown of the reports that it hands in: how they stand, and what it wrote
    /// (<see cref="Permission.ReadsContent"/>).
    /// </summary>
    public Task<Outcome<OpenReport>> Follow(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(
            cycle,
            unit,
            open =>
                Permission.ReadsReport(caller, open.Obligation.Unit, open.Roster, open.Cycle)
                    || Permission.HandsInReport(caller, open.Obligation.Unit, open.Roster, open.Cycle),
            absent => Permission.ReadsReport(caller, absent, Nobody, null) || Permission.HandsInReport(caller, absent, Nobody),
            cancellation);

    /// <summary>To draft and to hand in.</summary>
    public Task<Outcome<OpenReport>> HandIn(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(
            cycle,
            unit,
            open => Permission.HandsInReport(caller, open.Obligation.Unit, open.Roster, open.Cycle),
            absent => Permission.HandsInReport(caller, absent, Nobody),
            cancellation);

    /// <summary>For what only the unit's people do.</summary>
    public Task<Outcome<OpenReport>> Write(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(
            cycle,
            unit,
            open => Permission.WritesReport(caller, open.Obligation.Unit, open.Cycle),
            absent => Permission.WritesReport(caller, absent),
            cancellation);

    /// <summary>To enter what the unit handed in at the time of a past cycle: for the centre.</summary>
    public Task<Outcome<OpenReport>> Import(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(cycle, unit, _ => Permission.RunsCycles(caller), _ => Permission.RunsCycles(caller), cancellation);

    public Task<Outcome<OpenReport>> Judge(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(
            cycle,
            unit,
            open => Permission.JudgesReport(caller, open.Obligation.Unit, open.Obligation.Superior, open.Cycle),
            _ => Permission.RunsCycles(caller),
            cancellation);

    public Task<Outcome<OpenReport>> Inspect(Caller caller, string cycle, string unit, CancellationToken cancellation) =>
        Open(cycle, unit, _ => Permission.Inspects(caller), _ => Permission.Inspects(caller), cancellation);

    /// <param name="hears">Who is told that the unit has no report here: to all others it is as if there were one that is not
    /// theirs.</param>
    private async Task<Outcome<OpenReport>> Open(
        string cycle, string unit, Func<OpenReport, bool> permits, Func<UnitCode, bool> hears, CancellationToken cancellation)
    {
        if (!CycleId.TryParse(cycle, out var id))
        {
            return CycleRefusals.Unknown(cycle);
        }

        if (!UnitCode.TryParse(unit, out var code))
        {
            return DirectoryRefusals.UnitUnknown(unit);
        }

        var open = await desk.Open(id, code, cancellation);
        return open.Refusal is { } refusal
            ? refusal.Type == CycleRefusals.Unknown(cycle).Type || hears(code) ? refusal : AccessRefusals.NotPermitted
            : permits(open.Value) ? open : AccessRefusals.NotPermitted;
    }
}
