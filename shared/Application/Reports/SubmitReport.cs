using System.Text.Json;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Nộp: checks the whole report, stores its content, then the version; only then is there a receipt.</summary>
public sealed class SubmitReport(
    CheckWholeReport whole, IReports reports, ReportDrafts drafts, ChangeReport change, TimeProvider clock) : IUseCase
{
    /// <param name="read">The ETag of the draft that its author has read; null: the author does not say.</param>
    public async Task<Outcome<Receipt>> Execute(
        OpenReport open, JsonElement sent, ETag? read, IdempotencyKey key, Caller by, CancellationToken cancellation)
    {
        var report = await whole.Execute(open, sent, cancellation);
        if (report.Refusal is { } wrong)
        {
            return await FindByIdempotencyKey(open.Obligation, key.Name, cancellation) is null ? wrong : Refusal.KeyReused;
        }

        var signOff = SignOff.IsDemanded(open.Cycle.Terms, open.Form, by.Role is Role.Machine);
        return await Receive(
            open,
            report.Value.Sha256,
            key,
            async (cycle, obligation) =>
            {
                if (read is not null && await drafts.Tag(obligation, cancellation) != read)
                {
                    return ReportRefusals.Stale;
                }

                var submitted = obligation.Submit(cycle, report.Value.Sha256, by, clock.GetUtcNow(), signOff);
                if (!submitted.Refused)
                {
                    // The content first, so that no version ever lacks it; after the decision, so that a refused report leaves nothing
                    // behind.
                    await reports.WriteContent(obligation.Cycle, obligation.Unit, report.Value.Sha256, report.Value.Content, cancellation);
                }

                return submitted;
            },
            cancellation);
    }

    /// <summary>Ký duyệt: what was presented becomes the next version; its content is stored already.</summary>
    public Task<Outcome<Receipt>> Sign(
        OpenReport open, Sha256 sha256, Signature signature, IdempotencyKey key, CancellationToken cancellation) => Receive(
        open, sha256, key, (cycle, obligation) => Task.FromResult(Sign(cycle, obligation, sha256, signature)), cancellation);

    private Outcome<(Obligation, SubmittedVersion)> Sign(Cycle cycle, Obligation obligation, Sha256 sha256, Signature signature)
    {
        var signed = obligation.Sign(cycle, sha256, signature, clock.GetUtcNow());
        return signed.Refused || Duties.Signs(signature.Person, obligation.Presented!) is not { } apart ? signed : apart;
    }

    private async Task<Outcome<Receipt>> Receive(
        OpenReport open, Sha256 sha256, IdempotencyKey key, Func<Cycle, Obligation, Task<Outcome<(Obligation, SubmittedVersion)>>> decide,
        CancellationToken cancellation)
    {
        var received = await change.Execute(
            open,
            async (cycle, obligation) => await FindByIdempotencyKey(obligation, key.Name, cancellation) is not { } made
                ? (await decide(cycle, obligation)).Map(done => Received(done.Item1, done.Item2, key))
                : made.Sha256 == sha256 ? new ReportChange(obligation, made, null, []) : Refusal.KeyReused,
            cancellation);
        return received.Map(done => Receipt.For(done.Next.Cycle, done.Next.Unit, done.Version!));
    }

    private static ReportChange Received(Obligation next, SubmittedVersion version, IdempotencyKey key)
    {
        var happened = new ReportSubmitted(
            next.Cycle, next.Unit, next.Superior, next.Revision, version)
        { At = version.At, By = key.Person };
        return new ReportChange(next, version with { Key = key.Name }, null, [happened, NodeChanged.After(happened)]);
    }

    /// <summary>The version that this request handed in earlier, in any state: its response may have been lost.</summary>
    private async Task<SubmittedVersion?> FindByIdempotencyKey(Obligation obligation, string key, CancellationToken cancellation) =>
        obligation.Versions == 0
        ? null
        : (await reports.Versions(obligation.Cycle, obligation.Unit, cancellation)).FirstOrDefault(version => version.Key == key);
}
