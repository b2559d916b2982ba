using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>An obligation with what the sector report takes of what was accepted of it, if anything.</summary>
public sealed record Standing(Obligation Obligation, Excerpt? Accepted)
{
    /// <param name="fallen">The units whose adjustments count no more.</param>
    public static Standing Of(
        Obligation obligation, AcceptedContent? accepted, Form form, Roster roster, IReadOnlySet<UnitCode>? fallen = null) =>
        new(obligation, accepted is null ? null : Excerpt.Of(
            accepted, form, obligation.Unit, roster.LevelOf(obligation.Unit), roster.HasSubordinates(obligation.Unit)) with
        {
            Fallen = fallen?.Contains(obligation.Unit) is true,
        });
}

public sealed record AcceptedContent(int Version, Sha256 Sha256, ReportContent Content);
