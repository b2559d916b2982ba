using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>
/// Finds what a report is compared with, as far as its form asks for it. Of a cycle that is being corrected that is what was published.
/// </summary>
public sealed class ReportBackground(
    ICycles cycles, IReports reports, IPublishedVersions publishedVersions, IFiguresBelow figuresBelow, IPeers peers, IForms forms,
    IDirectoryStore directories) : IUseCase
{
    public async Task<Background> Of(OpenReport report, CancellationToken cancellation)
    {
        var logic = FormLogic.Of(report.Form);
        var (terms, unit) = (report.Cycle.Terms, report.Obligation.Unit);
        var below = logic.ReadsBelow && report.Roster.HasSubordinates(unit)
            ? await figuresBelow.Accepted(report.Cycle.Id, unit, cancellation)
            : [];
        var previous = logic.ReadsPrevious ? await Preceding(report, cancellation) : default;
        var parts = await Task.WhenAll((logic.ReadsParts ? terms.Parts : []).Select(async part =>
            await cycles.Read(part, cancellation) is { Value: var cycle } ? await AcceptedIn(cycle, report, cancellation)
                : new Found(null, "kỳ thành phần không còn")));
        var missing = terms.MissingParts ?? [];

        return new Background(
            previous.Answers?.Answers,
            [.. parts.Select(part => part.Answers?.Answers), .. missing.Select(_ => (Answers?)null)],
            logic.ReadsPeers && await peers.Read(report.Cycle.Id, cancellation) is { } known
                ? known.GetValueOrDefault(report.Roster.LevelOf(unit)) ?? PeerFigures.None
                : PeerFigures.None,
            Background.Over(below))
        {
            PreviousUnknown = previous.Why,
            PartsUnknown = parts.Select(part => part.Why)
                .Concat(missing.Select(part =>
                    $"không có kỳ báo cáo từ {Vietnamese.Day(part.FirstDay)} đến {Vietnamese.Day(part.LastDay)}"))
                .FirstOrDefault(why => why is not null)
                ?? (terms.Parts.Count == 0 ? "kỳ báo cáo không nêu kỳ thành phần" : null),
        };
    }

    /// <summary>What the unit, or those for whom it stands, answered in the preceding period, if it counts.</summary>
    public async Task<EarlierAnswers?> Previous(OpenReport report, CancellationToken cancellation) =>
        (await Preceding(report, cancellation)).Answers;

    private async Task<Found> Preceding(OpenReport report, CancellationToken cancellation) =>
        await cycles.Preceding(report.Cycle, cancellation) is { } earlier
            ? await AcceptedIn(earlier, report, cancellation)
            : new Found(null, "không có kỳ trước");

    private async Task<Found> AcceptedIn(Cycle earlier, OpenReport report, CancellationToken cancellation)
    {
        var named = $"kỳ \"{earlier.Terms.Title}\"";
        if (earlier.Phase is CyclePhase.Cancelled || await forms.Find(earlier.Terms.Form, cancellation) is not { } form)
        {
            return new Found(null, $"{named} đã hủy");
        }

        var origins = await OriginsOf(report, earlier, cancellation);
        if (!origins.Exact)
        {
            return new Found(null, origins.Units.Count == 0 ? $"đơn vị không báo cáo trong {named}"
                : $"số liệu {named} thuộc nhiều đơn vị kế thừa, không tách được");
        }

        var published = await publishedVersions.WhileCorrected(earlier, cancellation);
        var lacking = new List<UnitCode>();
        var answers = await RestatedAnswers.Of(form, origins, async unit =>
        {
            var counted = published is not null ? published.Accepted.GetValueOrDefault(unit)
                : (await reports.Find(earlier.Id, unit, cancellation))?.Value.State is ReportState.Accepted accepted
                    ? new HandedIn(accepted.Version, accepted.Sha256)
                    : null;
            if (counted is null)
            {
                lacking.Add(unit);
                return null;
            }

            return (await reports.ContentOf(earlier.Id, unit, counted.Sha256, form, cancellation)).Answers;
        });
        return answers is null
            ? new Found(null, $"báo cáo {named} của {string.Join(", ", lacking)} chưa được duyệt")
            : new Found(new EarlierAnswers(earlier.Id, form, answers, origins.Units), null);
    }

    private async Task<Origins> OriginsOf(OpenReport report, Cycle earlier, CancellationToken cancellation)
    {
        var (unit, directory) = (report.Obligation.Unit, (await directories.Read(cancellation)).Value);
        return directory.Changes.Count > 0 && earlier.OpenedAt is not null && await cycles.Roster(earlier, cancellation) is { } roster
            ? new Restatement(directory, earlier, report.Cycle, report.Roster)
                .PredecessorsOf(unit, roster.Participants.Select(participant => participant.Unit))
            : new Origins([unit], Exact: true);
    }

    /// <param name="Why">In Vietnamese: why nothing can be said. Null: something can.</param>
    private readonly record struct Found(EarlierAnswers? Answers, string? Why);
}

/// <summary>What a unit answered in another cycle, and to which form.</summary>
/// <param name="Units">Whose answers they are: its own, or of those for whom it stands.</param>
public sealed record EarlierAnswers(CycleId Cycle, Form Form, Answers Answers, IReadOnlyList<UnitCode> Units);
