using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>What a Word file has beside its text.</summary>
internal static class WordParts
{
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";

    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static void AddTo(WordprocessingDocument package, MainDocumentPart main, DocumentFacts facts)
    {
        using (var core = package.AddNewPart<CoreFilePropertiesPart>(CoreType, "rId2").GetStream(FileMode.Create))
        {
            Properties(facts).Save(core, SaveOptions.DisableFormatting);
        }

        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = WordStyles.Create();
        main.AddNewPart<FontTablePart>("rIdFonts").Fonts = new W.Fonts(new W.Font(
            new W.AltName { Val = Typography.FallbackFace }, new W.FontFamily { Val = W.FontFamilyValues.Roman })
        {
            Name = Typography.Face,
        });
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new W.Settings(
            new W.Compatibility(new W.CompatibilitySetting
            {
                Name = W.CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }));
        main.AddNewPart<HeaderPart>(WordSections.Header).Header = new W.Header(
            WordText.Paragraph(WordStyles.Header, WordSections.PageNumber()));
        main.AddNewPart<HeaderPart>(WordSections.EmptyHeader).Header = new W.Header(WordText.Paragraph(WordStyles.Header));
    }

    private static XDocument Properties(DocumentFacts facts) => new(new XElement(
        Core + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "cp", Core), new XAttribute(XNamespace.Xmlns + "dc", Dc),
        new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
        new XElement(Dc + "title", facts.Title), new XElement(Dc + "subject", facts.Subject), new XElement(Dc + "creator", facts.Author),
        new XElement(Dc + "language", "vi-VN"), At("created", facts), At("modified", facts)));

    private static XElement At(string name, DocumentFacts facts) => new(
        Terms + name, new XAttribute(Xsi + "type", "dcterms:W3CDTF"),
        facts.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
