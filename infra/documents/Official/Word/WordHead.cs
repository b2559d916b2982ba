using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>The letterhead in two columns without rules, and the headings of annexes.</summary>
internal static class WordHead
{
    private const double Left = 70;

    private static double Right => Sheet.Portrait.TextWidth - Left;

    public static IEnumerable<OpenXmlElement> Of(Letterhead head)
    {
        yield return WordColumns.Of(
            (Left,
            [
                .. head.Superior.Length == 0 ? [] : new[] { Line(head.Superior, Typography.State) },
                .. head.Agency.Select(line => Line(line, Typography.State, bold: true)),
                Rule(Left * 0.3),
                Line(head.Number, Typography.Number),
            ]),
            (Right,
            [
                Line(Letterhead.State, Typography.State, bold: true),
                Line(Letterhead.Motto, Typography.Motto, bold: true),
                Rule((Right - 58) / 2),
                Line(head.PlaceAndDay, Typography.Motto, italic: true),
            ]));
        yield return WordText.Paragraph(WordStyles.Kind, head.Kind);
        yield return WordText.Paragraph(WordStyles.Subject, head.Subject);
        yield return Rule(Sheet.Portrait.TextWidth * 0.38);
        yield return WordText.Paragraph(WordStyles.Plain);
    }

    public static IEnumerable<OpenXmlElement> Of(Annex annex) =>
    [
        WordText.Paragraph("Heading1", $"{annex.Heading}\n{annex.Title}"),
        Line(annex.Attached, Typography.Attached, italic: true),
        Rule(Sheet.For(annex.IsLandscape).TextWidth * 0.4),
    ];

    private static W.Paragraph Line(string text, double size, bool bold = false, bool italic = false) =>
        WordText.Paragraph(WordStyles.Plain, WordText.Run(text, bold, italic, size)).Aligned(W.JustificationValues.Center);

    private static W.Paragraph Rule(double indent) => WordText.Paragraph(WordStyles.Plain).Ruled(indent);
}
