using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>What the units wrote in answer to one question, those of each province together.</summary>
/// <param name="Few">So few that they stand open; hundreds wait to be asked for.</param>
/// <param name="Brief">Answers of one line, which are set in a closer list.</param>
internal sealed record NarrativesView(string Label, string Count, bool Few, bool Brief, IReadOnlyList<NarrativeGroup> Groups)
{
    public static NarrativesView Of(Section section, Field field, SectorReport report, ReportUnits units)
    {
        var written = report.Narratives.Where(narrative => narrative.Section == section.Code && narrative.Field == field.Code).ToList();
        return new NarrativesView(
            field.Label,
            Written.Count(written.Count),
            written.Count <= 5,
            field.Type is FieldType.Text,
            [
                .. units.Group(written, narrative => narrative.Unit).Select(group => new NarrativeGroup(
                    group.Name,
                    Written.Count(group.Items.Count),
                    [.. group.Items.Select(narrative => new NarrativeView(units.NameOf(narrative.Unit), narrative.Text))])),
            ]);
    }
}

internal sealed record NarrativeGroup(string Name, string Count, IReadOnlyList<NarrativeView> Narratives);

internal sealed record NarrativeView(string Unit, string Text);
