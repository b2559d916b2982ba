using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Where inspectors' checks are kept; none is ever changed.</summary>
public interface IInspections
{
    /// <summary>Of one report, first to last.</summary>
    Task<IReadOnlyList<Inspection>> Of(Obligation report, CancellationToken cancellation);

    /// <summary>Of all reports of a cycle, those of one unit first to last.</summary>
    Task<IReadOnlyList<Inspection>> All(CycleId cycle, CancellationToken cancellation);

    /// <summary>Writes it together with the event that tells of it.</summary>
    /// <returns>False when the report has another check of this number.</returns>
    Task<bool> Add(Obligation report, Inspection inspection, CancellationToken cancellation);
}
