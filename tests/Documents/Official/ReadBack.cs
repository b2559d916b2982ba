using System.Text;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;
using VksServerless.Application.Publications;
using VksServerless.Documents.Official;
using VksServerless.Forms;
using VksServerless.Publications;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Tests.Official;

/// <summary>What a reader of the two files sees.</summary>
internal static class ReadBack
{
    private static readonly OfficialFiles Files = new();

    public static byte[] Docx(Publication publication, Form form) =>
        Files.Docx(OfficialReport.Of(publication), form, Conference.Signing).ToArray();

    public static byte[] Pdf(Publication publication, Form form) =>
        Files.Pdf(OfficialReport.Of(publication), form, Conference.Signing).ToArray();

    /// <summary>All its text, a space between paragraphs, cells and lines.</summary>
    public static string WordsOfDocx(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return Spaced(string.Join(' ', package.MainDocumentPart!.Document!.Body!.Descendants<W.Paragraph>().Select(TextOf)));
    }

    /// <summary>The rows of its tables, a space between cells.</summary>
    public static IReadOnlyList<string> RowsOfDocx(byte[] file)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return
        [
            .. package.MainDocumentPart!.Document!.Body!.Descendants<W.TableRow>()
                .Select(row => string.Join(' ', row.Descendants<W.Paragraph>().Select(TextOf))),
        ];
    }

    public static string TextOf(W.Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(part => part switch
    {
        W.Text text => text.Text,
        W.Break => " ",
        _ => "",
    }));

    /// <summary>As the letters are drawn, one after the other.</summary>
    public static string WordsOfPdf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var text = new StringBuilder();
        foreach (var page in pdf.GetPages())
        {
            text.AppendJoin(' ', page.GetWords().Select(word => word.Text)).Append(' ');
        }

        return Spaced(text.ToString());
    }

    /// <summary>With every blank taken out, for text that was broken into lines.</summary>
    public static string Unspaced(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
