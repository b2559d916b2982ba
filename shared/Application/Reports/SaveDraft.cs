using System.Text.Json;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Lưu dự thảo: what is there must be right, much may be missing. What awaited the head's signature is taken back.</summary>
public sealed class SaveDraft(ReportCheck check, TakeBackPresentation takeBack, ReportDrafts drafts, TimeProvider clock) : IUseCase
{
    /// <param name="read">The draft that this one replaces, as its author read it; null: there was none.</param>
    public async Task<Outcome<SavedDraft>> Execute(
        OpenReport open, JsonElement sent, ETag? read, Caller by, CancellationToken cancellation)
    {
        if (open.Obligation.CheckOpen(open.Cycle, clock.GetUtcNow()) is { } barred)
        {
            return barred;
        }

        var draft = await check.CheckDraft(open, sent, cancellation);
        if (draft.Refusal is { } wrong)
        {
            return wrong;
        }

        var written = ReportJson.Write(draft.Value.Content);
        if (written.Length > ReportJson.MaxBytes)
        {
            return ReportRefusals.TooLarge(ReportJson.MaxBytes / 1024);
        }

        return await takeBack.Execute(open, read, by, cancellation) is { } stale ? stale
            : await drafts.Save(open.Obligation, written, read, cancellation) is { } saved ? new SavedDraft(draft.Value, saved)
            : ReportRefusals.Stale;
    }
}

/// <param name="Draft">What was saved, with what follows from it.</param>
public sealed record SavedDraft(CheckedReport Draft, ETag ETag);
