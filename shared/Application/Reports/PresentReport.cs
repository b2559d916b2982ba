using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Trình ký: checks the whole report as if it were submitted, stores its content, and presents it to the unit's head.</summary>
public sealed class PresentReport(
    CheckWholeReport whole, IReports reports, ReportDrafts drafts, ChangeReport change, TimeProvider clock) : IUseCase
{
    /// <param name="read">The ETag of the draft that its author has read; null: the author does not say.</param>
    public async Task<Outcome<Presentation>> Execute(
        OpenReport open, JsonElement sent, ETag? read, IdempotencyKey key, Caller by, CancellationToken cancellation)
    {
        var report = await whole.Execute(open, sent, cancellation);
        if (report.Refusal is { } wrong)
        {
            return await FindByIdempotencyKey(open.Obligation, key.Name, cancellation) is null ? wrong : Refusal.KeyReused;
        }

        var presented = await change.Execute(
            open, (cycle, obligation) => Present(cycle, open.Form, obligation, report.Value, read, key, by, cancellation), cancellation);
        return presented.Map(done => done.Presentation!);
    }

    private async Task<Outcome<ReportChange>> Present(
        Cycle cycle, Form form, Obligation obligation, WrittenReport report, ETag? read, IdempotencyKey key, Caller by,
        CancellationToken cancellation)
    {
        if (await FindByIdempotencyKey(obligation, key.Name, cancellation) is { } made)
        {
            return made.Sha256 == report.Sha256 ? ReportChange.Of(obligation, obligation) with { Presentation = made } : Refusal.KeyReused;
        }

        if (read is not null && await drafts.Tag(obligation, cancellation) != read)
        {
            return ReportRefusals.Stale;
        }

        var signOff = SignOff.IsDemanded(cycle.Terms, form, by.Role is Role.Machine);
        var presented = obligation.Present(cycle, report.Sha256, by, clock.GetUtcNow(), signOff);
        if (presented.Refusal is { } refusal)
        {
            return refusal;
        }

        // The content first, so that the head never misses what he is asked to sign.
        await reports.WriteContent(obligation.Cycle, obligation.Unit, report.Sha256, report.Content, cancellation);
        var (next, presentation) = presented.Value;
        var happened = new ReportPresented(next.Cycle, next.Unit, next.Superior, next.Revision, presentation, next.DueAt)
        {
            At = presentation.At,
            By = by.Person,
        };
        return ReportChange.Of(obligation, next, happened) with
        {
            Presentation = presentation with { Key = key.Name },
        };
    }

    /// <summary>The presentation that this request made earlier, in any state: its response may have been lost.</summary>
    private async Task<Presentation?> FindByIdempotencyKey(Obligation obligation, string key, CancellationToken cancellation) =>
        obligation.Presentations == 0
        ? null
        : (await reports.Presentations(obligation.Cycle, obligation.Unit, cancellation))
            .FirstOrDefault(presentation => presentation.Key == key);
}
