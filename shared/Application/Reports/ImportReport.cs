using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>
/// Nhập báo cáo của kỳ đã qua: the version and its acceptance in one transaction. What the form's rules say of it refuses nothing.
/// </summary>
public sealed class ImportReport(ReportCheck check, IReports reports, ChangeReport change, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<ImportedVersion>> Execute(
        OpenReport open, JsonElement sent, IdempotencyKey key, Caller by, CancellationToken cancellation)
    {
        if (!open.Cycle.IsImported)
        {
            return CycleRefusals.NotImported;
        }

        var read = await check.CheckImported(open, sent, cancellation);
        if (read.Refusal is { } wrong)
        {
            return await FindByIdempotencyKey(open.Obligation, key, cancellation) is null ? wrong : Refusal.KeyReused;
        }

        var (report, receivedAt) = read.Value;
        var written = ReportJson.Write(report.Content);
        if (written.Length > ReportJson.MaxBytes)
        {
            return ReportRefusals.TooLarge(ReportJson.MaxBytes / 1024);
        }

        var sha256 = Sha256.Over(written.Span);
        var imported = await change.Execute(
            open,
            async (cycle, obligation) =>
            {
                if (await FindByIdempotencyKey(obligation, key, cancellation) is { } made)
                {
                    return made.Sha256 == sha256 && made.At == receivedAt
                        ? new ReportChange(obligation, made, null, [])
                        : Refusal.KeyReused;
                }

                var now = clock.GetUtcNow();
                var decided = obligation.Import(cycle, sha256, receivedAt, by, now);
                if (!decided.Refused)
                {
                    await reports.WriteContent(obligation.Cycle, obligation.Unit, sha256, written, cancellation);
                }

                return decided.Map(done => Changed(open, done.Next, done.Version with { Key = key.Name }, report.Content, now));
            },
            cancellation);
        return imported.Map(done => new ImportedVersion(Receipt.For(done.Next.Cycle, done.Next.Unit, done.Version!), report));
    }

    private static ReportChange Changed(
        OpenReport open, Obligation next, SubmittedVersion version, ReportContent content, DateTimeOffset now)
    {
        var happened = new ReportAccepted(next.Cycle, next.Unit, next.Superior, next.Revision, version.Number)
        {
            At = now,
            By = version.ByPerson,
        };
        return new ReportChange(
            content.Adjustments.Count == 0 ? next : next.AdjustedBy(Authors.Of(version)),
            version,
            Contribution.Of(open.Form, next.Unit, version.Number, version.Sha256, content),
            [happened, NodeChanged.After(happened)]);
    }

    private async Task<SubmittedVersion?> FindByIdempotencyKey(
        Obligation obligation, IdempotencyKey key, CancellationToken cancellation) => obligation.Versions == 0
        ? null
        : (await reports.Versions(obligation.Cycle, obligation.Unit, cancellation)).FirstOrDefault(version => version.Key == key.Name);
}

/// <summary>What was entered, with what the form would have asked for or found wrong.</summary>
public sealed record ImportedVersion(Receipt Receipt, CheckedReport Checked);
