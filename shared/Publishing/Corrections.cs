using VksServerless.Aggregation;

namespace VksServerless.Publishing;

/// <summary>Finds what a correction changed.</summary>
public static class Corrections
{
    public static PublishedCorrection Between(string number, string reason, SectorReport before, SectorReport after) => new(
        number,
        reason,
        [
            .. from field in before.Figures.Keys.Union(after.Figures.Keys).Order(StringComparer.Ordinal)
               let old = Text(before.Figures.GetValueOrDefault(field))
               let now = Text(after.Figures.GetValueOrDefault(field))
               where old != now
               select new FigureChange(field, old, now),
        ],
        [
            .. from entry in after.Manifest
               let old = before.Manifest.FirstOrDefault(other => other.Unit == entry.Unit)?.Version
               where old != entry.Version
               select new SourceChange(entry.Unit, old, entry.Version),
        ]);

    private static string Text(Figure? figure) => figure is null ? "" : FigureText.Of(figure);
}
