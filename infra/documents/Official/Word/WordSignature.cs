using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Nơi nhận on the left, the signer on the right with room for the seal and the digital signature.</summary>
internal static class WordSignature
{
    private const double Left = 75;
    private const int RoomForSeal = 5;

    public static IEnumerable<OpenXmlElement> Of(SignatureBlock signature)
    {
        yield return WordColumns.Of(
            (Left,
            [
                Line(SignatureBlock.RecipientsLabel, Typography.RecipientsLabel, bold: true, italic: true),
                .. signature.Recipients.Select(recipient => Line($"- {recipient}", Typography.Recipients)),
            ]),
            (Sheet.Portrait.TextWidth - Left,
            [
                .. new[] { signature.Authority, signature.Title }.Where(line => line.Length > 0)
                    .Select(line => Centred(Line(line, Typography.Signer, bold: true))),
                .. Enumerable.Range(0, RoomForSeal).Select(_ => WordText.Paragraph(WordStyles.Plain)),
                Centred(Line(signature.Name, Typography.Signer, bold: true)),
            ]));
    }

    private static W.Paragraph Line(string text, double size, bool bold = false, bool italic = false) =>
        WordText.Paragraph(WordStyles.Plain, WordText.Run(text, bold, italic, size));

    private static W.Paragraph Centred(W.Paragraph line) => line.Aligned(W.JustificationValues.Center);
}
