using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Sheets, margins and where the page number stands.</summary>
internal static class WordSections
{
    public const string Header = "rIdHeader";
    public const string EmptyHeader = "rIdFirst";

    /// <summary>Twentieths of a point, Word's unit of length.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    /// <summary>The page number is on every page but the first.</summary>
    public static W.SectionProperties Properties(bool landscape, bool first)
    {
        var sheet = Sheet.For(landscape);
        var properties = new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = Header });
        if (first)
        {
            properties.Append(new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = EmptyHeader });
        }

        properties.Append(
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            new W.PageSize
            {
                Width = (uint)Twips(sheet.Width),
                Height = (uint)Twips(sheet.Height),
                Orient = landscape ? W.PageOrientationValues.Landscape : W.PageOrientationValues.Portrait,
            },
            new W.PageMargin
            {
                Top = Twips(Sheet.Top),
                Bottom = Twips(Sheet.Bottom),
                Left = (uint)Twips(Sheet.Left),
                Right = (uint)Twips(Sheet.Right),
                Header = (uint)Twips(Sheet.Header),
                Footer = (uint)Twips(Sheet.Header),
                Gutter = 0,
            });
        if (first)
        {
            properties.Append(new W.TitlePage());
        }

        return properties;
    }

    /// <summary>A section ends with a paragraph, here one that takes no room.</summary>
    public static W.Paragraph End(W.SectionProperties properties) => new(new W.ParagraphProperties(
        new W.SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = W.LineSpacingRuleValues.Exact },
        properties));

    public static OpenXmlElement PageNumber() => new W.SimpleField { Instruction = " PAGE " };
}
