using System.Text.Json;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Application.Workbooks;

/// <summary>Writes the workbook of a unit's report, with what its draft says so far or with what goes on from the preceding period.</summary>
public sealed class WriteReportWorkbook(
    ReportDrafts drafts, ReportCheck check, ReportBackground background, IReportWorkbooks workbooks) : IUseCase
{
    /// <returns>The .xlsx file.</returns>
    public async Task<ReadOnlyMemory<byte>> Execute(OpenReport open, CancellationToken cancellation)
    {
        var (form, own, roster) = (open.Form, open.Obligation, open.Roster);
        var earlier = await background.Previous(open, cancellation);
        var draft = await drafts.Read(open, cancellation);
        var report = draft is null ? null : await Checked(open, draft.Value, cancellation);
        var content = report?.Content
            ?? (draft is not null ? ReportJson.Read(form, draft.Value)
                : new ReportContent(earlier is null ? Answers.None : Prefill.Of(form, open.Asked, earlier.Form, earlier.Answers), []));
        var workbook = new ReportWorkbook(
            new WorkbookIdentity(form.Ref, own.Cycle, own.Unit, draft?.ETag ?? ETag.None),
            form,
            [.. form.For(own.Unit, roster.LevelOf(own.Unit), roster.HasSubordinates(own.Unit))],
            roster.NameOf(own.Unit),
            open.Cycle.Terms.Title,
            CycleRefusals.Text(own.DueAt),
            content.Answers)
        {
            Previous = earlier?.Answers,
            Explanations = content.Explanations,
            Queries = report?.Queries ?? [],
            Editable = (await check.OpenFields(open, cancellation))?.ToHashSet(),
        };
        using var written = new MemoryStream();
        await workbooks.Write(workbook, written, cancellation);
        return written.ToArray();
    }

    private async Task<CheckedReport?> Checked(OpenReport open, ReadOnlyMemory<byte> draft, CancellationToken cancellation)
    {
        using var sent = JsonDocument.Parse(draft);
        var checkedDraft = await check.CheckDraft(open, sent.RootElement, cancellation);
        return checkedDraft.Refused ? null : checkedDraft.Value;
    }
}
