using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Paragraphs and runs.</summary>
internal static class WordText
{
    public static W.Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    public static W.Paragraph Paragraph(string style, string text) => Paragraph(style, Run(text));

    public static W.Run Run(Run run) => Run(run.Text, run.Bold, run.Italic);

    /// <param name="points">Null: as the style has it.</param>
    public static W.Run Run(string text, bool bold = false, bool italic = false, double? points = null)
    {
        var properties = new W.RunProperties();
        if (bold)
        {
            properties.Append(new W.Bold());
        }

        if (italic)
        {
            properties.Append(new W.Italic());
        }

        if (points is { } size)
        {
            properties.Append(new W.FontSize { Val = WordStyles.Half(size) });
        }

        var run = properties.HasChildren ? new W.Run(properties) : new W.Run();
        foreach (var (at, line) in text.Split('\n').Index())
        {
            if (at > 0)
            {
                run.Append(new W.Break());
            }

            run.Append(new W.Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static W.Paragraph Aligned(this W.Paragraph paragraph, W.JustificationValues side)
    {
        paragraph.ParagraphProperties!.Justification = new W.Justification { Val = side };
        return paragraph;
    }

    /// <summary>A rule below, shorter than the text is wide by the indents.</summary>
    public static W.Paragraph Ruled(this W.Paragraph paragraph, double indent)
    {
        var properties = paragraph.ParagraphProperties!;
        var side = $"{WordSections.Twips(indent)}";
        properties.ParagraphBorders = new W.ParagraphBorders(
            new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Space = 0, Color = "000000" });
        properties.SpacingBetweenLines = new W.SpacingBetweenLines
        {
            Before = $"{(int)(Typography.RuleGap * 20)}",
            After = "0",
            Line = "120",
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        properties.Indentation = new W.Indentation { Left = side, Right = side, FirstLine = "0" };
        return paragraph;
    }
}
