using System.Text.Json;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>Gathers what the pages of a report show.</summary>
internal sealed class ReadReport(
    ReportAccess access, ReportCheck check, ReportDrafts drafts, IReports reports, TimeProvider clock)
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{\"answers\":{}}").RootElement;

    /// <summary>To be read.</summary>
    public async Task<Outcome<ReportPageView>> Read(Caller me, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Read(me, cycle, unit, cancellation);
        return open.Refusal is { } refusal ? refusal : await Of(open.Value, me, cancellation);
    }

    /// <summary>To be written.</summary>
    public async Task<Outcome<ReportPageView>> Write(Caller me, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(me, cycle, unit, cancellation);
        return open.Refusal is { } refusal ? refusal : await Of(open.Value, me, cancellation);
    }

    public async Task<ReportPageView> Of(OpenReport open, Caller me, CancellationToken cancellation)
    {
        var obligation = open.Obligation;
        var now = clock.GetUtcNow();
        return new ReportPageView(
            open,
            me,
            VksServerless.Access.Permission.WritesReport(me, obligation.Unit, open.Cycle) ? await Draft(open, cancellation) : null,
            await reports.Versions(obligation.Cycle, obligation.Unit, cancellation),
            await check.OpenFields(open, cancellation),
            obligation.CheckOpen(open.Cycle, now),
            now);
    }

    public async Task<ReportContent> Content(OpenReport open, Sha256 sha256, CancellationToken cancellation) => ReportJson.Read(
        open.Form, await reports.ReadContent(open.Obligation.Cycle, open.Obligation.Unit, sha256, cancellation));

    /// <summary>As it is saved, with what follows from it. What is saved was right when it was, so it can be read.</summary>
    private async Task<CheckedReport> Draft(OpenReport open, CancellationToken cancellation)
    {
        var stored = await drafts.Read(open, cancellation);
        using var document = stored is { } draft ? JsonDocument.Parse(draft.Value) : null;
        var read = await check.CheckDraft(open, document?.RootElement ?? Nothing, cancellation);
        return read.Refusal is null
            ? read.Value
            : (await check.CheckDraft(open, Nothing, cancellation)).Value;
    }
}
