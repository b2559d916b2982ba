using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>
/// Báo cáo tổng hợp toàn Ngành: what the leadership approves and what is then published. It carries no time of
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
    /// <summary>
    /// The day, in Vietnam, on which the participants were fixed and of which every denominator is; null in reports that do not
    /// state any.
    /// </summary>
    public DateOnly? CountedOn { get; init; }

    /// <summary>Of a cycle of the past: from which document it was entered, by whom and when; null: it was held here.</summary>
    public ImportedFrom? Imported { get; init; }

    /// <summary>Of how many units each figure speaks, by field code.</summary>
    public IReadOnlyDictionary<string, Denominator> Denominators { get; init; } = new Dictionary<string, Denominator>();

    /// <summary>Every row of the tables that are united, in reading order.</summary>
    public IReadOnlyList<ListedRow> Rows { get; init; } = [];

    /// <summary>Of those rows what the form does not list, merged by name; null in reports that were made before.</summary>
    public IReadOnlyList<NamedRows>? Others { get; init; }

    /// <summary>By field in the form's order and by level.</summary>
    public IReadOnlyList<LevelRanking> Rankings { get; init; } = [];

    /// <summary>Why unusual values are as they are, by rule and in reading order.</summary>
    public IReadOnlyList<ExplanationGiven> Explanations { get; init; } = [];

    /// <summary>How the units of each level stand and what they answered; null in reports that were made before it was stated.</summary>
    public IReadOnlyList<LevelAnswers>? Levels { get; init; }

    /// <summary>Who answered no, by field; null in reports that were made before it was stated.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UnitCode>>? Declined { get; init; }

    /// <summary>Beside the preceding period; null when there is nothing to compare with.</summary>
    public PeriodComparison? Comparison { get; init; }

    /// <summary>What the centre wrote itself, by section code; null: nothing.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>What was handed out with the cycle; null: nothing.</summary>
    public IReadOnlyList<CycleDocument>? Documents { get; init; }

    /// <summary>
    /// What units said of a draft and what the centre replied; null in reports that were made before it was stated, and of forms that ask
    /// for no opinions.
    /// </summary>
    public IReadOnlyList<Opinion>? Opinions { get; init; }

    /// <param name="replies">By the id of the opinion.</param>
    public SectorReport With(IReadOnlyDictionary<string, RecordedReply> replies) => this with
    {
        Opinions = Opinions is null ? null
            : [.. Opinions.Select(opinion => opinion with { Reply = replies.GetValueOrDefault(opinion.Id)?.Reply })],
    };

    /// <summary>Puts the report together from the accepted reports and the sector's total.</summary>
    /// <param name="children">The children of the sector.</param>
    /// <param name="standings">Every obligation of the cycle, in any order.</param>
    /// <param name="earlier">What was published of the preceding period, if anything.</param>
    public static SectorReport Compose(
        Cycle cycle, Form form, Roster roster, IReadOnlyList<Child> children, IEnumerable<Standing> standings, PublishedBefore? earlier =
            null)
    {
        var total = NodeTotal.Of(UnitCode.Sector, children);
        var order = new ReadingOrder(roster);
        var ordered = order.Sort(standings);
        var terms = cycle.Terms;
        var denominators = Denominator.Count(form, roster, ordered);
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
                   from adjustment in standing.Accepted?.Adjustments ?? []
                   select new AdjustmentMade(standing.Obligation.Unit, adjustment.Field, adjustment.Amount, adjustment.Reason)
                   {
                       Fallen = standing.Accepted!.Fallen ? true : null,
                   },
            ],
            [.. ordered.Select(standing => ManifestEntry.Of(standing, roster))])
        {
            CountedOn = cycle.OpenedAt is null ? null : cycle.CountedOn,
            Imported = terms.Imported is { } imported ? ImportedFrom.Of(imported, cycle, ordered) : null,
            Denominators = denominators,
            Rows = [.. ListedRow.Gather(form, ordered)],
            Others = form.Fields.Any(field => field.Grouping?.NamedBy is not null) ? [.. NamedRows.Gather(form, ordered)] : null,
            Rankings = [.. LevelRanking.Gather(form, roster, ordered)],
            Explanations = [.. ExplanationGiven.Gather(form, ordered)],
            Levels = [.. LevelAnswers.Gather(form, roster, ordered)],
            Declined = LevelAnswers.Declined(form, ordered),
            Comparison = PeriodComparison.With(earlier, form, total.Figures, denominators),
            Opinions = form.Fields.Any(field => field.Opinion) ? Opinion.Gather(form, ordered) : null,
        };
    }
}
