using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>
/// Không duyệt: a leader sends the sector report back. The centre answers by handing it in again; until then nothing is composed.
/// </summary>
/// <param name="Digest">SHA-256 of the report that was refused.</param>
/// <param name="Units">Those whose reports the leader wants answered again; may be empty.</param>
/// <param name="AnsweredAt">When the centre handed the sector report in again; null: it has not.</param>
public sealed record RefusedReport(
    Sha256 Digest, string Reason, IReadOnlyList<UnitCode> Units, PersonId Person, string By, DateTimeOffset At,
    DateTimeOffset? AnsweredAt = null)
{
    /// <summary>All of a cycle's are kept with it in one row.</summary>
    internal const int Most = 20;

    public const int MostUnits = 100;
}

/// <summary>A leader has sent the sector report back to the centre.</summary>
public sealed record SectorReportRefused(CycleId Cycle, int Revision, string Reason, string RefusedBy)
    : CycleRevisionEvent(Cycle, Revision);
