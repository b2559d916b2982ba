using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>
/// Dự thảo: work begins where the last work ended. A draft belongs to the work after a hand-in or a presentation; until one is saved,
/// the draft is what was handed in or presented last.
/// </summary>
public sealed class ReportDrafts(IReports reports) : IUseCase
{
    /// <summary>What may be sent back as it is: without what the system calculates.</summary>
    /// <returns>Null when nothing has been written yet.</returns>
    public async Task<Versioned<ReadOnlyMemory<byte>>?> Read(OpenReport open, CancellationToken cancellation) =>
        await Saved(open.Obligation, cancellation) is { } draft
            ? new Versioned<ReadOnlyMemory<byte>>(AsSent(open.Form, draft.Value), draft.ETag)
        : await LastContent(open.Obligation, cancellation) is { } last
            ? new Versioned<ReadOnlyMemory<byte>>(AsSent(open.Form, last), TagAfter(open.Obligation))
        : null;

    /// <summary>The ETag of what <see cref="Read"/> gives now; null: nothing has been written yet.</summary>
    public async Task<ETag?> Tag(Obligation obligation, CancellationToken cancellation) =>
        (await Saved(obligation, cancellation))?.ETag ?? (obligation.HandIns == 0 ? null : TagAfter(obligation));

    /// <summary>Whether a draft may begin from what its author has read, unless somebody else has begun one meanwhile.</summary>
    /// <param name="read">What <see cref="Read"/> gave; null: that there is nothing yet. A software reads no draft, and says so too when
    /// it begins one after a hand-in.</param>
    public static bool MayBeginFrom(Obligation obligation, ETag? read, Caller by) =>
        read is not null || obligation.HandIns == 0 || by.Role is Role.Machine;

    /// <summary>Whether what its author has read is still the newest.</summary>
    public async Task<bool> IsNewest(Obligation obligation, ETag? read, CancellationToken cancellation) =>
        read is null ? await Saved(obligation, cancellation) is null : await Tag(obligation, cancellation) == read;

    /// <param name="read">As for <see cref="MayBeginFrom"/>.</param>
    /// <returns>Null when somebody else was quicker, or the author has begun from something older.</returns>
    public Task<ETag?> Save(Obligation obligation, ReadOnlyMemory<byte> content, ETag? read, CancellationToken cancellation) =>
        reports.SaveDraft(
            obligation.Cycle, obligation.Unit, obligation.HandIns, content, read == TagAfter(obligation) ? null : read, cancellation);

    /// <summary>What was handed in, or presented to the head, last.</summary>
    public async Task<ReadOnlyMemory<byte>?> LastContent(Obligation obligation, CancellationToken cancellation)
    {
        var (cycle, unit) = (obligation.Cycle, obligation.Unit);
        var handed = obligation.Versions > 0 ? await reports.Versions(cycle, unit, cancellation) : [];
        var presented = obligation.Presentations > 0 ? await reports.Presentations(cycle, unit, cancellation) : [];
        var last = handed.Select(version => (version.At, version.Sha256)).Concat(presented.Select(before => (before.At, before.Sha256)))
            .OrderBy(before => before.At).Select(before => (Sha256?)before.Sha256).LastOrDefault();
        return last is { } sha256 ? await reports.ReadContent(cycle, unit, sha256, cancellation) : default(ReadOnlyMemory<byte>?);
    }

    private Task<Versioned<ReadOnlyMemory<byte>>?> Saved(Obligation obligation, CancellationToken cancellation) =>
        reports.ReadDraft(obligation.Cycle, obligation.Unit, obligation.HandIns, cancellation);

    private static ETag TagAfter(Obligation obligation) => ETag.Of($"after-{obligation.HandIns}");

    private static ReadOnlyMemory<byte> AsSent(Form form, ReadOnlyMemory<byte> written)
    {
        var content = ReportJson.Read(form, written);
        var calculated = form.Fields.Where(field => field.IsDerived).Select(field => field.Code.ToString()).ToHashSet();
        return ReportJson.Write(content with
        {
            Answers = new Answers(content.Answers.ByField.Where(answer => !calculated.Contains(answer.Key)).ToDictionary()),
        });
    }
}
