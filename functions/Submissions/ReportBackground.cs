using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>Finds what a report is held against, as far as its form asks for it.</summary>
public sealed class ReportBackground(ICycles cycles, IReports reports, ITotals totals, IPeers peers, IForms forms) : IOperation
{
    public async Task<Background> Of(OpenReport report, CancellationToken cancellation)
    {
        var logic = FormLogic.Of(report.Form);
        var (terms, unit) = (report.Cycle.Terms, report.Obligation.Unit);
        var below = logic.ReadsBelow && report.Roster.HasSubordinates(unit)
            ? (await totals.Children(report.Cycle.Id, unit, cancellation)).Select(child => child.Contribution).OfType<Contribution>()
            : [];
        var parts = new List<Answers?>();
        foreach (var part in logic.ReadsParts ? terms.Parts : [])
        {
            parts.Add((await AcceptedIn(part, unit, cancellation))?.Answers);
        }

        return new Background(
            logic.ReadsPrevious ? (await Previous(report, cancellation))?.Answers : null,
            parts,
            logic.ReadsPeers && await peers.Read(report.Cycle.Id, cancellation) is { } known
                ? known.GetValueOrDefault(report.Roster.LevelOf(unit)) ?? PeerFigures.None
                : PeerFigures.None,
            Background.Over(below));
    }

    /// <summary>What the unit answered in the preceding period, if it was accepted.</summary>
    public async Task<EarlierReport?> Previous(OpenReport report, CancellationToken cancellation) => report.Cycle.Terms.Previous is { } previous
        ? await AcceptedIn(previous, report.Obligation.Unit, cancellation)
        : null;

    private async Task<EarlierReport?> AcceptedIn(CycleId id, UnitCode unit, CancellationToken cancellation) =>
        await cycles.Read(id, cancellation) is { Value: var cycle }
        && await reports.Find(id, unit, cancellation) is { Value: var obligation }
        && await forms.Find(cycle.Terms.Form, cancellation) is { } form
        && await reports.AcceptedContentOf(obligation, form, cancellation) is { } accepted
            ? new EarlierReport(id, form, accepted.Content.Answers)
            : null;
}

/// <summary>What a unit answered in another cycle, and to which form.</summary>
public sealed record EarlierReport(CycleId Cycle, Form Form, Answers Answers);
