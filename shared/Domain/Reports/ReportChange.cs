using VksServerless.Figures;

namespace VksServerless.Reports;

/// <summary>A change of an obligation, in one transaction.</summary>
/// <param name="Version">The version just handed in, if any.</param>
/// <param name="Accepted">What the totals count from now on; null takes away what they counted.</param>
public sealed record ReportChange(Obligation Next, SubmittedVersion? Version, Contribution? Accepted, IReadOnlyList<ReportingEvent> Events)
{
    /// <summary>What was just presented to the unit's head, if anything.</summary>
    public Presentation? Presentation { get; init; }

    /// <summary>Whether what the totals count stays as it was.</summary>
    public bool KeepsContribution { get; private init; }

    /// <summary>A change that leaves versions and totals' sources as they are; no events when nothing changes.</summary>
    public static ReportChange Of(Obligation before, Obligation next, params ReportingEvent[] events) =>
        new(next, null, null, before == next ? [] : events) { KeepsContribution = true };
}
