using System.Text.Json;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Functions.Http;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Trình ký: checks the whole report as if it were submitted, stores its content, and lays it before the unit's head.</summary>
public sealed class PresentReport(WholeReport whole, IReports reports, ChangeReport change, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Presentation>> Execute(OpenReport open, JsonElement sent, IdempotencyKey key, Caller by, CancellationToken cancellation)
    {
        var report = await whole.Execute(open, sent, cancellation);
        if (report.Refusal is { } wrong)
        {
            return await MadeBefore(open.Obligation, key.Name, cancellation) is null ? wrong : Refusal.KeyReused;
        }

        var presented = await change.Execute(open, (cycle, obligation) => Present(cycle, open.Form, obligation, report.Value, key, by, cancellation), cancellation);
        return presented.Map(done => done.Presentation!);
    }

    private async Task<Outcome<ReportChange>> Present(
        Cycle cycle, Form form, Obligation obligation, WrittenReport report, IdempotencyKey key, Caller by, CancellationToken cancellation)
    {
        if (await MadeBefore(obligation, key.Name, cancellation) is { } made)
        {
            return made.Sha256 == report.Sha256 ? ReportChange.Of(obligation, obligation) with { Presentation = made } : Refusal.KeyReused;
        }

        var presented = obligation.Present(cycle, report.Sha256, by, clock.GetUtcNow(), SignOff.IsDemanded(cycle.Terms, form));
        if (presented.Refusal is { } refusal)
        {
            return refusal;
        }

        // The content first, so that the head never misses what he is asked to sign.
        await reports.WriteContent(obligation.Cycle, obligation.Unit, report.Sha256, report.Content, cancellation);
        var (next, presentation) = presented.Value;
        return ReportChange.Of(obligation, next, new ReportPresented(next.Cycle, next.Unit, next.Superior, next.Revision, presentation, next.DueAt)) with
        {
            Presentation = presentation with { Key = key.Name },
        };
    }

    /// <summary>What this request presented already, whatever has become of it since: its answer may have been lost.</summary>
    private async Task<Presentation?> MadeBefore(Obligation obligation, string key, CancellationToken cancellation) => obligation.Presentations == 0
        ? null
        : (await reports.Presentations(obligation.Cycle, obligation.Unit, cancellation)).FirstOrDefault(presentation => presentation.Key == key);
}
