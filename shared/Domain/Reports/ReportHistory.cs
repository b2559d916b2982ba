namespace VksServerless.Reports;

/// <summary>What became of a unit's report: as it stands, and as it stood after each change of its state.</summary>
/// <param name="Changes">First to last; written with each change, never altered.</param>
public sealed record ReportHistory(Obligation Present, IReadOnlyList<Obligation> Changes)
{
    /// <summary>As it stood at that instant, the changes of that very instant included; null: as it stands.</summary>
    public Obligation AsOf(DateTimeOffset? instant) =>
        instant is null
            ? Present
            : Until(instant).LastOrDefault()
                ?? Present with
                {
                    State = new ReportState.Owed(),
                    Versions = 0,
                    Returns = 0,
                    FirstReceivedAt = null,
                    Timeline = null,
                    DueAt = Present.Timeline?.FirstDueAt ?? Present.DueAt,
                };

    /// <summary>As it stood when that version was accepted; null: it never was.</summary>
    public Obligation? Accepting(HandedIn version) => Changes.Append(Present).LastOrDefault(change =>
        change.State is ReportState.Accepted accepted && (accepted.Version, accepted.Sha256) == (version.Version, version.Sha256));

    /// <summary>What had been accepted then and not been returned since.</summary>
    public HandedIn? AcceptedAsOf(DateTimeOffset? instant) =>
        AsOf(instant).State is ReportState.Accepted accepted ? new HandedIn(accepted.Version, accepted.Sha256) : null;

    /// <summary>The newest version that had been handed in then and that the unit had not taken back, however it was judged.</summary>
    public HandedIn? SubmittedAsOf(DateTimeOffset? instant)
    {
        if (AsOf(instant).State is ReportState.Exempt)
        {
            return null; // It ended, and others report in its place.
        }

        var changes = Until(instant).Select(change => change.State).ToList();
        var takenBack = changes.OfType<ReportState.Withdrawn>().Select(withdrawn => withdrawn.Version).ToHashSet();
        return changes.Select(HandedInBy).OfType<HandedIn>().LastOrDefault(version => !takenBack.Contains(version.Version));
    }

    private IEnumerable<Obligation> Until(DateTimeOffset? instant) =>
        instant is { } last ? Changes.Where(change => Since(change.State) <= last) : Changes;

    /// <summary>What the centre enters of the past is accepted without having waited.</summary>
    private static HandedIn? HandedInBy(ReportState state) => state switch
    {
        ReportState.Submitted submitted => new HandedIn(submitted.Version, submitted.Sha256),
        ReportState.Accepted { ImportedAt: not null } imported => new HandedIn(imported.Version, imported.Sha256),
        _ => null,
    };

    private static DateTimeOffset Since(ReportState state) => state switch
    {
        { RestoredAt: { } restored } => restored,
        ReportState.Owed { Revoked: { } revoked } => revoked.At,
        ReportState.Submitted submitted => submitted.At,
        ReportState.Withdrawn withdrawn => withdrawn.At,
        ReportState.Returned returned => returned.At,
        ReportState.Accepted accepted => accepted.At,
        ReportState.Exempt exempt => exempt.At,
        _ => DateTimeOffset.MinValue,
    };
}

/// <summary>A version, and the hash that its content is kept under.</summary>
public sealed record HandedIn(int Version, Sha256 Sha256);
