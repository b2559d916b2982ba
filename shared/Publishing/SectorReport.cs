using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Publishing;

/// <summary>
/// Báo cáo tổng hợp toàn Ngành: what is laid before the leadership and, once approved, published. It carries no time of
/// making, so the same accepted reports always give the same bytes and the same digest.
/// </summary>
/// <param name="Figures">Over the whole sector, by field code.</param>
/// <param name="Nodes">The same for each unit directly under the sector, itself and everything below it.</param>
/// <param name="Manifest">Every participant: how its report stands and, when accepted, the version and SHA-256 that went in.</param>
public sealed record SectorReport(
    CycleId Cycle,
    string Title,
    Plan Plan,
    Period Period,
    FormRef Form,
    Completeness Completeness,
    IReadOnlyDictionary<string, Figure> Figures,
    IReadOnlyList<NodeFigures> Nodes,
    IReadOnlyList<Narrative> Narratives,
    IReadOnlyList<AdjustmentMade> Adjustments,
    IReadOnlyList<ManifestEntry> Manifest)
{
    /// <summary>Puts the report together from the accepted reports and the sector's total.</summary>
    /// <param name="children">The children of the sector.</param>
    /// <param name="standings">Every obligation of the cycle, in any order.</param>
    public static SectorReport Compose(
        Cycle cycle, Form form, Roster roster, IReadOnlyList<Child> children, IEnumerable<Standing> standings)
    {
        var total = NodeTotal.Of(UnitCode.Sector, children);
        var order = new ReadingOrder(roster);
        var ordered = standings.OrderBy(standing => order.Of(standing.Obligation.Unit)).ThenBy(standing => standing.Obligation.Unit).ToList();
        var terms = cycle.Terms;
        return new SectorReport(
            cycle.Id,
            terms.Title,
            terms.Plan,
            terms.Period,
            terms.Form,
            total.Completeness,
            total.Figures,
            [.. children.OrderBy(child => order.Of(child.Unit)).ThenBy(child => child.Unit).Select(child => NodeFigures.Of(child, roster))],
            [.. Narrative.Gather(form, ordered)],
            [
                .. from standing in ordered
                   from adjustment in standing.Accepted?.Content.Adjustments ?? []
                   select new AdjustmentMade(standing.Obligation.Unit, adjustment.Field, adjustment.Amount, adjustment.Reason),
            ],
            [.. ordered.Select(standing => ManifestEntry.Of(standing, roster))]);
    }
}

/// <summary>An obligation with what was accepted of it, if anything.</summary>
public sealed record Standing(Obligation Obligation, AcceptedContent? Accepted);

public sealed record AcceptedContent(int Version, string Sha256, ReportContent Content)
{
    /// <summary>Without what the report takes from the totals: so many are held at once.</summary>
    public AcceptedContent WordsOnly() => this with
    {
        Content = Content with { Answers = new Answers(Content.Answers.ByField.Where(answer => answer.Value is Answer.Words).ToDictionary()) },
    };
}

/// <summary>The figures of one unit with everything below it.</summary>
public sealed record NodeFigures(
    UnitCode Unit, string Name, UnitLevel Level, Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures)
{
    internal static NodeFigures Of(Child child, Roster roster) =>
        new(child.Unit, roster.NameOf(child.Unit), roster.LevelOf(child.Unit), child.Completeness, child.Figures);
}

/// <summary>What a unit wrote in answer to one question.</summary>
public sealed record Narrative(string Section, string Field, UnitCode Unit, string Text)
{
    internal static IEnumerable<Narrative> Gather(Form form, IReadOnlyList<Standing> standings) =>
        from section in form.Sections
        from field in section.Fields
        where field.Aggregation == AggregationMethod.List
        from standing in standings
        let words = standing.Accepted?.Content.Answers[field.Code] as Answer.Words
        where words is not null
        select new Narrative(section.Code, field.Code, standing.Obligation.Unit, words.Text);
}

/// <summary>An adjustment that a province made in consolidation.</summary>
public sealed record AdjustmentMade(UnitCode Unit, string Field, decimal Amount, string Reason);

/// <param name="State">Name of the report's state, e.g. accepted, owed.</param>
/// <param name="OnTime">Null while nothing has been received.</param>
/// <param name="Version">The accepted version; null when none went in.</param>
public sealed record ManifestEntry(
    UnitCode Unit, string Name, UnitCode Superior, Tier Tier, string State, bool? OnTime, int? Version, string? Sha256)
{
    internal static ManifestEntry Of(Standing standing, Roster roster) => new(
        standing.Obligation.Unit,
        roster.NameOf(standing.Obligation.Unit),
        standing.Obligation.Superior,
        standing.Obligation.Tier,
        standing.Obligation.State.Name,
        standing.Obligation.OnTime,
        standing.Accepted?.Version,
        standing.Accepted?.Sha256);
}
