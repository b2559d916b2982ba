using System.Globalization;

namespace VksServerless.Documents.Publications;

/// <summary>Phụ lục: which number each has; one that is not there leaves no gap. Empty: it is not there.</summary>
internal sealed record Annexes(
    string Completeness, string Nodes, string Narratives, string Rows, string Explanations, string Denominators, string Sources)
{
    public static Annexes Of(IReadOnlyList<SectionView> sections, bool explanations)
    {
        var sofar = 0;
        return new Annexes(
            Next(true),
            Next(sections.Any(section => section.NodeTables.Count > 0)),
            Next(sections.Any(section => section.HasNarratives)),
            Next(sections.Any(section => section.HasRows)),
            Next(explanations),
            Next(sections.Any(section => section.Denominators is not null)),
            Next(true));

        string Next(bool isThere) => isThere ? (++sofar).ToString(CultureInfo.InvariantCulture) : "";
    }
}
