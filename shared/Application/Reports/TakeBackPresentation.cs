using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Saving a draft withdraws what awaits the head's signature: nothing is signed while it is being changed.</summary>
public sealed class TakeBackPresentation(IReports reports, ChangeReport change) : IUseCase
{
    /// <param name="draft">The ETag that the new draft is to replace: a draft that will be refused takes nothing back.</param>
    /// <returns>Null when the draft may be written.</returns>
    public async Task<Refusal?> Execute(OpenReport open, ETag? draft, CancellationToken cancellation)
    {
        if (open.Obligation.Presented is null)
        {
            return null;
        }

        if ((await reports.ReadDraft(open.Obligation.Cycle, open.Obligation.Unit, cancellation))?.ETag != draft)
        {
            return ReportRefusals.Stale;
        }

        return (await change.Execute(open, (_, obligation) => ReportChange.Of(obligation, obligation.TakeBackPresentation()), cancellation))
            .Refusal;
    }
}
