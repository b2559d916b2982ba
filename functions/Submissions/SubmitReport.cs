using System.Security.Cryptography;
using System.Text.Json;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Http;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Nộp: checks the whole report, stores its content, then the version; only then is there a receipt.</summary>
public sealed class SubmitReport(ReportDesk desk, IReports reports, ChangeReport change, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Receipt>> Execute(OpenReport open, JsonElement sent, IdempotencyKey key, Caller by, CancellationToken cancellation)
    {
        var content = await desk.Check(open, sent, cancellation);
        if (content.Refusal is { } wrong)
        {
            return await MadeBefore(open.Obligation, key.Name, cancellation) is null ? wrong : Refusal.KeyReused;
        }

        var written = ReportJson.Write(content.Value);
        if (written.Length > ReportJson.MaxBytes)
        {
            return ReportRefusals.TooLarge(ReportJson.MaxBytes / 1024);
        }

        var report = new Handed(written, Convert.ToHexStringLower(SHA256.HashData(written.Span)), key.Name, by);
        var submitted = await change.Execute(open, (cycle, obligation) => Submit(cycle, obligation, report, cancellation), cancellation);
        return submitted.Map(done => Receipt.For(done.Next.Cycle, done.Next.Unit, done.Version!));
    }

    private async Task<Outcome<ReportChange>> Submit(Cycle cycle, Obligation obligation, Handed report, CancellationToken cancellation)
    {
        if (await MadeBefore(obligation, report.Key, cancellation) is { } made)
        {
            return made.Sha256 == report.Sha256 ? new ReportChange(obligation, made, null, []) : Refusal.KeyReused;
        }

        var submitted = obligation.Submit(cycle, report.Sha256, report.By, clock.GetUtcNow());
        if (submitted.Refusal is { } refusal)
        {
            return refusal;
        }

        // The content first, so that no version ever lacks it; after the decision, so that a refused report leaves nothing behind.
        await reports.WriteContent(obligation.Cycle, obligation.Unit, report.Sha256, report.Content, cancellation);
        var (next, version) = submitted.Value;
        return new ReportChange(
            next,
            version with { Key = report.Key },
            null,
            [new ReportSubmitted(next.Cycle, next.Unit, next.Superior, next.Revision, version), NodeChanged.After(next)]);
    }

    /// <summary>What this request handed in already, whatever has become of it since: its answer may have been lost.</summary>
    private async Task<SubmittedVersion?> MadeBefore(Obligation obligation, string key, CancellationToken cancellation) => obligation.Versions == 0
        ? null
        : (await reports.Versions(obligation.Cycle, obligation.Unit, cancellation)).FirstOrDefault(version => version.Key == key);

    private sealed record Handed(ReadOnlyMemory<byte> Content, string Sha256, string Key, Caller By);
}
