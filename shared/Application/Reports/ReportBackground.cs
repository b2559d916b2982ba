using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Application.Reports;

/// <summary>Finds what a report is compared with, as far as its form asks for it.</summary>
public sealed class ReportBackground(
    ICycles cycles, IReports reports, IFiguresBelow figuresBelow, IPeers peers, IForms forms, IDirectoryStore directories) : IUseCase
{
    public async Task<Background> Of(OpenReport report, CancellationToken cancellation)
    {
        var logic = FormLogic.Of(report.Form);
        var (terms, unit) = (report.Cycle.Terms, report.Obligation.Unit);
        var below = logic.ReadsBelow && report.Roster.HasSubordinates(unit)
            ? await figuresBelow.Accepted(report.Cycle.Id, unit, cancellation)
            : [];
        var parts = await Task.WhenAll(
            (logic.ReadsParts ? terms.Parts : []).Select(async part => (await AcceptedIn(part, report, cancellation))?.Answers));

        return new Background(
            logic.ReadsPrevious ? (await Previous(report, cancellation))?.Answers : null,
            parts,
            logic.ReadsPeers && await peers.Read(report.Cycle.Id, cancellation) is { } known
                ? known.GetValueOrDefault(report.Roster.LevelOf(unit)) ?? PeerFigures.None
                : PeerFigures.None,
            Background.Over(below));
    }

    /// <summary>What the unit, or those whom it succeeded, answered in the preceding period, if it was accepted.</summary>
    public async Task<EarlierAnswers?> Previous(OpenReport report, CancellationToken cancellation) =>
        report.Cycle.Terms.Previous is { } previous
        ? await AcceptedIn(previous, report, cancellation)
        : null;

    private async Task<EarlierAnswers?> AcceptedIn(CycleId id, OpenReport report, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var earlier }
            || await forms.Find(earlier.Terms.Form, cancellation) is not { } form)
        {
            return null;
        }

        var answers = await RestatedAnswers.Of(form, await OriginsOf(report, earlier, cancellation), async unit =>
            await reports.Find(id, unit, cancellation) is { Value: var obligation }
                ? (await reports.AcceptedContentOf(obligation, form, cancellation))?.Content.Answers
                : null);
        return answers is null ? null : new EarlierAnswers(id, form, answers);
    }

    private async Task<Origins> OriginsOf(OpenReport report, Cycle earlier, CancellationToken cancellation)
    {
        var (unit, directory) = (report.Obligation.Unit, (await directories.Read(cancellation)).Value);
        return directory.Changes.Count > 0 && earlier.OpenedAt is { } then && await cycles.Roster(earlier, cancellation) is { } roster
            ? new Restatement(directory, VietnamTime.DayOf(then), report.Cycle.JoinedOn(unit))
                .PredecessorsOf(unit, roster.Participants.Select(participant => participant.Unit))
            : new Origins([unit], Exact: true);
    }
}

/// <summary>What a unit answered in another cycle, and to which form.</summary>
public sealed record EarlierAnswers(CycleId Cycle, Form Form, Answers Answers);
