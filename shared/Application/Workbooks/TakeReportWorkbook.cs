using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Application.Reports;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Workbooks;

/// <summary>
/// Takes a workbook that was filled in: what it says becomes the draft, unless a cell is wrong; then nothing is saved, and every fault is
/// named at its cell.
/// </summary>
public sealed class TakeReportWorkbook(
    ReportDrafts drafts, ReportCheck check, SaveDraft save, IReportWorkbooks workbooks, TimeProvider clock) : IUseCase
{
    /// <param name="replaces">Whether it is taken although the draft has changed since it was made.</param>
    public async Task<Outcome<TakenWorkbook>> Execute(
        OpenReport open, ReadOnlyMemory<byte> file, bool replaces, Caller by, CancellationToken cancellation)
    {
        if (open.Obligation.CheckOpen(open.Cycle, clock.GetUtcNow()) is { } barred)
        {
            return barred;
        }

        var read = await workbooks.Read(new MemoryStream(file.ToArray(), writable: false), cancellation);
        var (form, own) = (open.Form, open.Obligation);
        if ((read.Refusal ?? read.Value.Identity.Check(form.Ref, own.Cycle, own.Unit)) is { } refusal)
        {
            return refusal;
        }

        var content = read.Value.ContentOf(form);
        var draft = await drafts.Read(open, cancellation);
        using var sent = JsonDocument.Parse(WorkbookMerge.Of(content, draft?.Value).ToJsonString());
        var found = await check.CheckDraft(open, sent.RootElement, cancellation);
        if (found.Refusal is { Errors.Count: 0 } refused)
        {
            return refused;
        }

        if (content.Faults.Count > 0 || found.Refused)
        {
            var further = found.Refusal?.Errors ?? Remarks(found.Value);
            return new TakenWorkbook(
                null, [.. content.Faults, .. content.Locate(further).Where(fault => content.Faults.All(one => one.Pointer != fault.Pointer))]);
        }

        var stale = draft is not null && !replaces && read.Value.Identity.Draft != draft.ETag;
        if (stale && WorkbookMerge.Differences(form, ReportJson.Read(form, draft!.Value), found.Value.Content) is { Count: > 0 } lost)
        {
            return WorkbookRefusals.DraftChanged(lost);
        }

        var saved = await save.Execute(open, sent.RootElement, draft?.ETag, by, cancellation);
        return saved.Refusal is { } late ? late : new TakenWorkbook(saved.Value, [.. content.Locate(Remarks(saved.Value.Draft))]);
    }

    /// <summary>What must still be done before the report can be handed in.</summary>
    private static IEnumerable<FieldError> Remarks(CheckedReport report) =>
        [.. report.StillMissing, .. report.Faults, .. report.Unexplained.Select(query => query.ToError())];
}

/// <param name="Saved">Null: nothing was saved, because a cell is wrong.</param>
/// <param name="Faults">What is wrong; of what was saved, what must still be done before the report can be handed in.</param>
public sealed record TakenWorkbook(SavedDraft? Saved, IReadOnlyList<WorkbookFault> Faults);
