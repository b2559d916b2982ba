using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Publications;

/// <summary>An obligation with what the sector report takes of what was accepted of it, if anything.</summary>
public sealed record Standing(Obligation Obligation, Excerpt? Accepted)
{
    public static Standing Of(Obligation obligation, AcceptedContent? accepted, Form form, Roster roster) =>
        new(obligation, accepted is null ? null : Excerpt.Of(accepted, form, obligation.Unit, roster.LevelOf(obligation.Unit)));
}

public sealed record AcceptedContent(int Version, Sha256 Sha256, ReportContent Content);
