using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>Finds what a correction changed.</summary>
public static class Corrections
{
    public static PublishedCorrection Between(PublicationNumber number, string reason, SectorReport before, SectorReport after)
    {
        var old = before.Manifest.DistinctBy(entry => entry.Unit).ToDictionary(entry => entry.Unit);
        return new PublishedCorrection(
            number,
            reason,
            [
                .. from field in before.Figures.Keys.Union(after.Figures.Keys).Order(StringComparer.Ordinal)
                   let figures = (Before: before.Figures.GetValueOrDefault(field), After: after.Figures.GetValueOrDefault(field))
                   from change in Between(FieldCode.Of(field), figures.Before, figures.After)
                   where change.Before != change.After
                   select change,
            ],
            [
                .. from entry in after.Manifest
                   let version = old.GetValueOrDefault(entry.Unit)?.Version
                   where version != entry.Version
                   select new SourceChange(entry.Unit, version, entry.Version),
            ])
        {
            Verdicts =
            [
                .. from entry in after.Manifest
                   let verdict = old.GetValueOrDefault(entry.Unit)?.Verdict ?? ""
                   where verdict != entry.Verdict
                   select new VerdictChange(entry.Unit, verdict, entry.Verdict),
            ],
            Rows = [.. Between(before.Rows, after.Rows)],
            Texts = [.. Between(before.Texts ?? NoTexts, after.Texts ?? NoTexts)],
            Others = OthersBetween(before, after) is { Count: > 0 } others ? others : null,
            Documents = [.. (after.Documents ?? []).Except(before.Documents ?? [])],
            Replies = [.. Between(before.Opinions ?? [], after.Opinions ?? [])],
        };
    }

    private static List<OtherChange> OthersBetween(SectorReport before, SectorReport after)
    {
        return
        [
            .. Differs(report => report.Comparison) ? [OtherChange.Comparison] : Array.Empty<OtherChange>(),
            .. Differs(report => report.Explanations) ? [OtherChange.Explanations] : Array.Empty<OtherChange>(),
            .. Differs(report => report.Adjustments) ? [OtherChange.Adjustments] : Array.Empty<OtherChange>(),
        ];

        bool Differs<T>(Func<SectorReport, T> part) =>
            JsonSerializer.Serialize(part(before), DomainJson.Options) != JsonSerializer.Serialize(part(after), DomainJson.Options);
    }

    private static Dictionary<string, string> NoTexts { get; } = [];

    private static IEnumerable<TextChange> Between(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        from section in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let change = new TextChange(section, before.GetValueOrDefault(section, ""), after.GetValueOrDefault(section, ""))
        where change.Before != change.After
        select change;

    private static IEnumerable<ReplyChange> Between(IReadOnlyList<Opinion> before, IReadOnlyList<Opinion> after)
    {
        var (old, now) = (ById(before), ById(after));
        return from opinion in after.Concat(before).DistinctBy(opinion => opinion.Id)
               let change = new ReplyChange(
                   opinion with { Reply = null }, old.GetValueOrDefault(opinion.Id)?.Reply, now.GetValueOrDefault(opinion.Id)?.Reply)
               where change.Before != change.After
               select change;

        static Dictionary<string, Opinion> ById(IReadOnlyList<Opinion> opinions) =>
            opinions.DistinctBy(opinion => opinion.Id).ToDictionary(opinion => opinion.Id);
    }

    private static IEnumerable<FigureChange> Between(FieldCode field, Figure? before, Figure? after) =>
        Groups(before).Keys.Union(Groups(after).Keys).Order(StringComparer.Ordinal)
            .Select(group => new FigureChange(field, Text(Groups(before).GetValueOrDefault(group)),
                Text(Groups(after).GetValueOrDefault(group)))
            { Group = group })
            .Prepend(new FigureChange(field, Text(before), Text(after)));

    private static IEnumerable<RowsChange> Between(IReadOnlyList<ListedRow> before, IReadOnlyList<ListedRow> after)
    {
        var (old, now) = (before.ToLookup(PlaceOf), after.ToLookup(PlaceOf));
        return from place in now.Select(rows => rows.Key).Union(old.Select(rows => rows.Key))
               let lost = Without(old[place], now[place])
               let gained = Without(now[place], old[place])
               where lost.Count + gained.Count > 0
               select new RowsChange(place.Field, place.Unit, lost, gained);
    }

    /// <summary>A unit may list two rows that say the same: they are told apart by how many there are.</summary>
    private static List<IReadOnlyDictionary<string, string>> Without(IEnumerable<ListedRow> rows, IEnumerable<ListedRow> others)
    {
        var left = others.CountBy(row => row.Identity).ToDictionary();
        return [.. rows.Where(row => !left.TryGetValue(row.Identity, out var count) || count == 0 || (left[row.Identity] = count - 1) < 0)
            .Select(row => row.Cells)];
    }

    private static (FieldCode Field, UnitCode Unit) PlaceOf(ListedRow row) => (row.Field, row.Unit);

    private static IReadOnlyDictionary<string, RowGroup> Groups(Figure? figure) =>
        figure is Figure.Rows rows ? rows.Groups : new Dictionary<string, RowGroup>();

    private static string Text(RowGroup? group) =>
        group is null ? "" : string.Join("; ", group.Sums.OrderBy(sum => sum.Key, StringComparer.Ordinal)
        .Select(sum => $"{sum.Key}: {FigureText.Of(sum.Value)}").Prepend(FigureText.Of(group.Count)));

    /// <summary>Of a quotient its parts too: they may change where it does not.</summary>
    private static string Text(Figure? figure) => figure switch
    {
        null => "",
        Figure.Ratio { Value: not null } ratio =>
            $"{FigureText.Of(ratio.Numerator)}/{FigureText.Of(ratio.Denominator)} "
            + $"({FigureText.Of(ratio)}{(ratio.Times == 100 ? "%" : "")})",
        _ => FigureText.Of(figure),
    };
}
