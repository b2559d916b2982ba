using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>A publication in the words of its page.</summary>
/// <param name="Imported">Of a cycle of the past: what was entered, by whom and when; empty: it was held here.</param>
/// <param name="IssuedOn">The day of the document of the past itself; empty: it was published here.</param>
internal sealed record PublicationView(
    string Number,
    string PlaceAndDay,
    string Title,
    string FormTitle,
    string FormKind,
    string Plan,
    string Period,
    string PublishedAt,
    string Imported,
    string IssuedOn,
    string Digest,
    CorrectionView? Correction,
    CompletenessView Completeness,
    string CountedOn,
    Annexes Annexes,
    IReadOnlyList<SectionView> Sections,
    ComparisonView? Comparison,
    IReadOnlyList<ExplanationsView> Explanations,
    IReadOnlyList<ApprovalView> Approvals,
    IReadOnlyList<SourceView> Sources,
    IReadOnlyList<DocumentView> Documents,
    bool PrintsNarratives)
{
    // What the units of a large cycle wrote fills hundreds of sheets: there one chooses what to print.
    private const int MostPrinted = 150;

    // The supreme procuracy has its seat there and issues everywhere from there.
    private const string Place = "Hà Nội";

    public string SourceCount => Written.Count(Sources.Count(source => source.WentIn));

    public static bool PrintsAll(SectorReport report) => report.Completeness.Expected <= MostPrinted;

    public static PublicationView Of(Publication publication, Form form)
    {
        var report = publication.Report;
        var units = new ReportUnits(report);
        var explanations = ExplanationsView.Of(report, form, units);
        IReadOnlyList<SectionView> sections =
            [.. form.Sections.Select((section, index) => SectionView.Of(section, index + 1, report, units))];
        return new PublicationView(
            publication.Number.ToString(),
            Written.PlaceAndDay(Place, VietnamTime.DayOf(publication.PublishedAt)),
            report.Title,
            form.Title,
            Labels.KindOf(form),
            $"Kế hoạch số {report.Plan.Number} ngày {Vietnamese.Day(report.Plan.Date)}",
            $"từ ngày {Vietnamese.Day(report.Period.FirstDay)} đến ngày {Vietnamese.Day(report.Period.LastDay)}",
            CycleRefusals.Text(publication.PublishedAt),
            report.Imported is { } imported ? ImportedText(imported) : "",
            report.Imported is not null && publication.Corrects is null
                ? Vietnamese.Day(VietnamTime.DayOf(publication.PublishedAt))
                : "",
            publication.Digest.ToString(),
            publication.Corrects is { } corrects ? CorrectionView.Of(corrects, form, units) : null,
            CompletenessView.Of(report, units),
            report.CountedOn is { } day ? Vietnamese.Day(day) : "",
            Annexes.Of(sections, explanations.Count > 0),
            sections,
            report.Comparison is { } comparison ? ComparisonView.Of(comparison, form) : null,
            explanations,
            [.. publication.Approvals.Select(given => new ApprovalView(given.Name, CycleRefusals.Text(given.At)))],
            [.. report.Manifest.Select((entry, index) => SourceView.Of(entry, index + 1))],
            [.. (report.Documents ?? []).Select(DocumentView.Of)],
            PrintsAll(report));
    }

    private static string ImportedText(ImportedFrom imported) =>
        $"Nhập từ Báo cáo số {imported.Number} ngày {Vietnamese.Day(imported.Date)}; người nhập: {string.Join(", ", imported.By)}; "
        + $"nhập ngày {Vietnamese.Day(imported.On)}.";
}

internal sealed record ApprovalView(string Name, string At);

/// <summary>A unit's line in the list of sources.</summary>
internal sealed record SourceView(
    string Line, string Unit, string Code, string State, string Punctuality, string Version, string Sha256, bool WentIn)
{
    public static SourceView Of(ManifestEntry entry, int line) => new(
        Written.Count(line),
        entry.Name,
        entry.Unit.ToString(),
        Labels.OfState(entry.State) + (entry.Nil ? " (không phát sinh)" : ""),
        entry.OnTime switch { true => "Đúng hạn", false => Late(entry), null => Written.Nothing },
        entry.Version is { } version ? Written.Count(version) : Written.Nothing,
        entry.Sha256?.ToString() ?? Written.Nothing,
        entry.Version is not null);

    /// <summary>A return that was answered too late is shown with both instants.</summary>
    private static string Late(ManifestEntry entry) => entry is { FirstReceivedAt: { } first, LateAt: { } late } && first != late
        ? $"Muộn (bản đầu nhận {CycleRefusals.Text(first)}, bị trả lại; nộp lại {CycleRefusals.Text(late)})"
        : "Muộn";
}
