using System.Security.Cryptography;
using System.Text.Json;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>Nộp: checks the whole report, stores its content, then the version; only then is there a receipt.</summary>
public sealed class SubmitReport(ReportDesk desk, IReports reports, ChangeReport change, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Receipt>> Execute(CycleId cycle, UnitCode unit, JsonElement sent, Caller by, CancellationToken cancellation)
    {
        var open = await desk.Open(cycle, unit, cancellation);
        if (open.Refusal is { } unknown)
        {
            return unknown;
        }

        var content = await desk.Check(open.Value, sent, complete: true, cancellation);
        if (content.Refusal is { } wrong)
        {
            return wrong;
        }

        var written = ReportJson.Write(content.Value);
        if (written.Length > ReportJson.MaxBytes)
        {
            return ReportRefusals.TooLarge(ReportJson.MaxBytes / 1024);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(written.Span));
        if (Repeated(open.Value.Obligation, sha256))
        {
            return await ReceiptOf(open.Value.Obligation, cancellation);
        }

        // The decision is asked for before the content is stored, so that a refused report leaves nothing behind.
        if (open.Value.Obligation.Submit(open.Value.Cycle, sha256, by, clock.GetUtcNow()).Refusal is { } refused)
        {
            return refused;
        }

        await reports.WriteContent(cycle, unit, sha256, written, cancellation);
        var submitted = await change.Execute(cycle, unit, (current, obligation) => Submit(current, obligation, sha256, by), cancellation);
        return submitted.Refusal switch
        {
            null => Receipt.For(cycle, unit, submitted.Value.Version!),
            { Type: "report-submitted-already" or "report-accepted-already" } already => await AfterRace(cycle, unit, sha256, already, cancellation),
            { } refusal => refusal,
        };
    }

    private Outcome<ReportChange> Submit(Cycle cycle, Obligation obligation, string sha256, Caller by) =>
        obligation.Submit(cycle, sha256, by, clock.GetUtcNow()).Map(done => new ReportChange(
            done.Next,
            done.Version,
            null,
            [
                new ReportSubmitted(done.Next.Cycle, done.Next.Unit, done.Next.Superior, done.Next.Revision, done.Version),
                NodeChanged.After(done.Next),
            ]));

    /// <summary>
    /// The very same content lies there already: the same request once more, so the same receipt. It may be accepted by now,
    /// when the first answer got lost on its way.
    /// </summary>
    private static bool Repeated(Obligation obligation, string sha256) => obligation.State switch
    {
        ReportState.Submitted submitted => submitted.Sha256 == sha256,
        ReportState.Accepted accepted => accepted.Sha256 == sha256,
        _ => false,
    };

    private async Task<Outcome<Receipt>> AfterRace(CycleId cycle, UnitCode unit, string sha256, Refusal already, CancellationToken cancellation) =>
        await reports.Find(cycle, unit, cancellation) is { Value: var obligation } && Repeated(obligation, sha256) ? await ReceiptOf(obligation, cancellation) : already;

    private async Task<Receipt> ReceiptOf(Obligation obligation, CancellationToken cancellation) =>
        Receipt.For(obligation.Cycle, obligation.Unit, (await reports.Versions(obligation.Cycle, obligation.Unit, cancellation))[^1]);
}
