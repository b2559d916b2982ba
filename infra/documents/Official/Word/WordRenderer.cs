using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Writes a document for Word: real styles and headings, one section for each run of sheets that lie the same way.</summary>
internal static class WordRenderer
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static ReadOnlyMemory<byte> Render(OfficialDocument document)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // Ids are given, because the library would draw them by lot.
            var main = package.AddNewPart<MainDocumentPart>(MainType, "rId1");
            WordParts.AddTo(package, main, document.Facts);
            using var writer = OpenXmlWriter.Create(main);
            writer.WriteStartElement(new W.Document());
            writer.WriteStartElement(new W.Body());
            foreach (var element in Body(document, new WordBlocks(new WordPictures(main))))
            {
                writer.WriteElement(element);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return FixedZip.Repack(file.ToArray());
    }

    /// <summary>The last paragraph goes on with the signature.</summary>
    private static List<OpenXmlElement> Kept(IEnumerable<OpenXmlElement> blocks)
    {
        var all = blocks.ToList();
        if (all is [.., W.Paragraph { ParagraphProperties: { } last }])
        {
            last.KeepNext = new W.KeepNext();
        }

        return all;
    }

    private static IEnumerable<OpenXmlElement> Body(OfficialDocument document, WordBlocks blocks)
    {
        var stretches = Stretch.Of(document.Body).Select(stretch => (stretch.IsLandscape, Blocks: blocks.Of(stretch))).ToList();
        stretches[0] = (stretches[0].IsLandscape, WordHead.Of(document.Head).Concat(stretches[0].Blocks));
        stretches[^1] = (stretches[^1].IsLandscape, Kept(stretches[^1].Blocks).Concat(WordSignature.Of(document.Signature)));
        stretches.AddRange(document.Annexes.Select(annex => (annex.IsLandscape, WordHead.Of(annex).Concat(blocks.Of(Stretch.Of(annex))))));
        foreach (var (at, (landscape, content)) in stretches.Index())
        {
            foreach (var element in content)
            {
                yield return element;
            }

            var section = WordSections.Properties(landscape, first: at == 0);
            yield return at == stretches.Count - 1 ? section : WordSections.End(section);
        }
    }
}
