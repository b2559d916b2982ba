using PdfSharp.Pdf;
using VksServerless.Documents.Official.Fonts;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>Writes a document as PDF with the embedded typeface, bookmarks, title and language.</summary>
internal static class PdfRenderer
{
    public static ReadOnlyMemory<byte> Render(OfficialDocument document)
    {
        EmbeddedFonts.Register();
        using var pdf = new PdfDocument();
        var pages = new PdfPages(pdf);
        Write(document, pages);
        pages.Finish();
        Describe(pdf, document.Facts);
        using var file = new MemoryStream();
        pdf.Save(file, closeStream: false);
        return FixedIds.Apply(file.ToArray(), document.Facts);
    }

    private static void Write(OfficialDocument document, PdfPages pages)
    {
        var blocks = new PdfBlocks(pages, new PdfBookmarks(pages));
        pages.Add(landscape: false);
        PdfHead.Draw(document.Head, pages);
        foreach (var (at, stretch) in Stretch.Of(document.Body).Index())
        {
            if (at > 0 || stretch.IsLandscape)
            {
                pages.Add(stretch.IsLandscape);
            }

            blocks.Draw(stretch.Blocks, PdfSignature.HeightOf(document.Signature));
        }

        PdfSignature.Draw(document.Signature, pages);
        foreach (var annex in document.Annexes)
        {
            pages.Add(annex.IsLandscape);
            blocks.DrawHeading(annex);
            blocks.Draw(annex.Blocks);
        }
    }

    private static void Describe(PdfDocument pdf, DocumentFacts facts)
    {
        pdf.Info.Title = facts.Title;
        pdf.Info.Author = facts.Author;
        pdf.Info.Subject = facts.Subject;
        pdf.Info.Creator = "VksServerless";
        pdf.Info.CreationDate = facts.At.UtcDateTime;
        pdf.Info.ModificationDate = facts.At.UtcDateTime;
        pdf.Language = "vi-VN";
        pdf.ViewerPreferences.DisplayDocTitle = true;
        pdf.PageMode = PdfPageMode.UseOutlines;
    }
}
