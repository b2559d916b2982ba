namespace VksServerless.Documents.Official.Pdf;

/// <summary>Nơi nhận on the left, the signer on the right with room for the seal and the digital signature.</summary>
internal static class PdfSignature
{
    private const double Left = 75;
    private const double RoomForSeal = 28;

    public static double HeightOf(SignatureBlock signature) => 2 * Typography.Gap + Math.Max(
        TextLine.Height(Typography.RecipientsLabel) + signature.Recipients.Sum(recipient =>
            LineBreaker.Break([new Run($"- {recipient}")], Typography.Recipients, PdfPages.Points(Left)).Count)
        * TextLine.Height(Typography.Recipients),
        PdfPages.Points(RoomForSeal) + 4 * TextLine.Height(Typography.Body));

    public static void Draw(SignatureBlock signature, PdfPages pages)
    {
        pages.Reserve(HeightOf(signature));
        pages.Y += Typography.Gap;
        var width = PdfPages.Points(Left);
        var recipients = new PdfColumn(pages, PdfPages.Left, width, Align.Left);
        recipients.Line(new Run(SignatureBlock.RecipientsLabel, Bold: true, Italic: true), Typography.RecipientsLabel);
        foreach (var recipient in signature.Recipients)
        {
            recipients.Line(new Run($"- {recipient}"), Typography.Recipients);
        }

        var signer = new PdfColumn(pages, PdfPages.Left + width, pages.Width - width);
        foreach (var line in new[] { signature.Authority, signature.Title }.Where(line => line.Length > 0))
        {
            signer.Line(new Run(line, Bold: true), Typography.Signer);
        }

        signer.Skip(PdfPages.Points(RoomForSeal));
        signer.Line(new Run(signature.Name, Bold: true), Typography.Signer);
        pages.Y = Math.Max(recipients.Y, signer.Y);
    }
}
