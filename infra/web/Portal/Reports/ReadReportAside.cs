using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Reports;

/// <summary>Gathers what stands beside a unit's report.</summary>
internal sealed class ReadReportAside(IInspections inspections, ReadOpinions opinions, IAttachments attachments)
{
    public async Task<ReportAside> Of(OpenReport open, CancellationToken cancellation) => new(
        await inspections.Of(open.Obligation, cancellation),
        open.Form.Fields.Any(field => field.Opinion) ? await opinions.Of(open, cancellation) : CycleOpinions.None,
        await attachments.List(open.Cycle.Id, UnitCode.Sector, cancellation));
}

/// <summary>What others wrote about a unit's report, and what was handed out with its cycle.</summary>
/// <param name="Opinions">That its accepted report gives, with the replies.</param>
/// <param name="Documents">Of the cycle.</param>
public sealed record ReportAside(
    IReadOnlyList<Inspection> Inspections, CycleOpinions Opinions, IReadOnlyList<Attachment> Documents);
