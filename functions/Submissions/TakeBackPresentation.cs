using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Who writes on takes back what lies before the head: nothing is signed that is being mended.</summary>
public sealed class TakeBackPresentation(IReports reports, ChangeReport change) : IOperation
{
    /// <param name="draft">The ETag that the new draft is to replace: a draft that will be refused takes nothing back.</param>
    /// <returns>Null when the draft may be written.</returns>
    public async Task<Refusal?> Execute(OpenReport open, string? draft, CancellationToken cancellation)
    {
        if (open.Obligation.Presented is null)
        {
            return null;
        }

        if ((await reports.ReadDraft(open.Obligation.Cycle, open.Obligation.Unit, cancellation))?.ETag != draft)
        {
            return ReportRefusals.Stale;
        }

        return (await change.Execute(open, (_, obligation) => ReportChange.Of(obligation, obligation.TakeBackPresentation()), cancellation)).Refusal;
    }
}
