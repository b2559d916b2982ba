using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Figures;

/// <summary>What an accepted report brings: its figures, adjusted, and the version that they came from.</summary>
public sealed record Contribution(UnitCode Unit, int Version, Sha256 Sha256, IReadOnlyDictionary<string, Figure> Figures)
{
    /// <summary>What its adjustments were made on and what they change; null where it adjusts nothing, or never said on what.</summary>
    public Consolidation? Consolidation { get; init; }

    public static Contribution Of(Form form, UnitCode unit, int version, Sha256 sha256, ReportContent content)
    {
        var figures = FigureTable.Of(form, unit, content);
        return new Contribution(unit, version, sha256, figures)
        {
            Consolidation = content is { Adjustments.Count: > 0, AdjustedOn: { } on }
                ? Consolidation.Of(on, FigureTable.Of(form, unit, content with { Adjustments = [] }), figures)
                : null,
        };
    }

    /// <summary>What it brings once it is known whether its adjustments stand.</summary>
    public Contribution Settle(bool stands) => this with
    {
        Figures = stands || Consolidation is null ? Figures : Consolidation.TakenFrom(Figures),
        Consolidation = null,
    };
}
