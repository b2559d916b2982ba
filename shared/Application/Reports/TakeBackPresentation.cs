using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Saving a draft withdraws what awaits the head's signature: nothing is signed while it is being changed.</summary>
public sealed class TakeBackPresentation(ReportDrafts drafts, ChangeReport change) : IUseCase
{
    /// <param name="read">The draft that the new one is to replace: a draft that will be refused takes nothing back.</param>
    /// <returns>Null when the draft may be written.</returns>
    public async Task<Refusal?> Execute(OpenReport open, ETag? read, Caller by, CancellationToken cancellation) =>
        !ReportDrafts.MayBeginFrom(open.Obligation, read, by) ? ReportRefusals.Stale
        : open.Obligation.Presented is null ? null
        : !await drafts.IsNewest(open.Obligation, read, cancellation) ? ReportRefusals.Stale
        : (await change.Execute(
            open, (_, obligation) => obligation.TakeBackPresentation().Map(next => ReportChange.Of(obligation, next)), cancellation))
            .Refusal;
}
