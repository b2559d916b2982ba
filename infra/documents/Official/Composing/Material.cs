using VksServerless.Application.Publications;
using VksServerless.Documents.Publications;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>What the parts of a document are composed from, in the words of the page.</summary>
internal sealed record Material(
    OfficialReport Source, Form Form, SigningDetails Signing, ReportUnits Units, IReadOnlyList<SectionView> Sections)
{
    public const string Agency = "Viện kiểm sát nhân dân tối cao";

    public SectorReport Report => Source.Report;

    public CompletenessView Completeness { get; } = CompletenessView.Of(Source.Report, Units);

    public static Material Of(OfficialReport source, Form form, SigningDetails signing)
    {
        var units = new ReportUnits(source.Report);
        return new Material(source, form, signing, units,
            [.. form.Sections.Select((section, index) => SectionView.Of(section, index + 1, source.Report, units))]);
    }

    /// <summary>Each section of the form with what came of it.</summary>
    public IEnumerable<(Section Asked, SectionView View)> Each() => Form.Sections.Zip(Sections);
}
