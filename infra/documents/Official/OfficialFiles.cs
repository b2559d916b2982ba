using VksServerless.Application.Publications;
using VksServerless.Documents.Official.Composing;
using VksServerless.Documents.Official.Pdf;
using VksServerless.Documents.Official.Word;
using VksServerless.Forms;

namespace VksServerless.Documents.Official;

/// <summary>Both files come from one composed document, so that what stands in the one stands in the other.</summary>
public sealed class OfficialFiles : IOfficialDocument
{
    public ReadOnlyMemory<byte> Docx(OfficialReport report, Form form, SigningDetails signing) =>
        WordRenderer.Render(ReportComposer.Compose(report, form, signing));

    public ReadOnlyMemory<byte> Pdf(OfficialReport report, Form form, SigningDetails signing) =>
        PdfRenderer.Render(ReportComposer.Compose(report, form, signing));
}
