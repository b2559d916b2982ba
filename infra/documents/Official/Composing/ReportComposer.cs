using VksServerless.Application.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Composes the sector report as a document to sign.</summary>
internal static class ReportComposer
{
    /// <exception cref="ArgumentException">The report is of another form.</exception>
    public static OfficialDocument Compose(OfficialReport source, Form form, SigningDetails signing)
    {
        if (form.Ref != source.Report.Form)
        {
            throw new ArgumentException($"The report is of form {source.Report.Form}, not {form.Ref}.", nameof(form));
        }

        var material = Material.Of(source, form, signing);
        var annexes = AnnexList.Of(material);
        IReadOnlyList<Block> body =
        [
            .. Opening.Of(material),
            .. CorrectionPart.Of(material),
            .. CompletenessPart.Of(material, annexes),
            .. ResultsPart.Of(material, annexes),
            .. ComparisonPart.Of(material),
            Block.Paragraph.Of(
                $"Trên đây là Báo cáo tổng hợp của {Material.Agency} từ báo cáo của các đơn vị trong toàn Ngành./."),
        ];
        return new OfficialDocument(
            FactsOf(material), Opening.HeadOf(material), Captions.Number(body),
            new SignatureBlock(
                Words.Capitals(signing.Authority), Words.Capitals(signing.Title), Words.Clean(signing.Name),
                [.. signing.Recipients.Select(Words.Clean)]),
            annexes.All);
    }

    /// <summary>A draft is of the day after its period, so that it too carries no time of rendering.</summary>
    private static DocumentFacts FactsOf(Material material)
    {
        var report = material.Report;
        return new DocumentFacts(
            Words.Clean(material.Source.Number is { } number ? $"Báo cáo số {number}: {report.Title}" : $"Dự thảo báo cáo: {report.Title}"),
            Material.Agency,
            Words.Clean($"Kế hoạch số {report.Plan.Number}"),
            material.Source.PublishedAt ?? VietnamTime.At(report.Period.LastDay.AddDays(1), TimeOnly.MinValue));
    }
}
