namespace VksServerless.Documents.Official.Pdf;

/// <summary>The letterhead: the agency on the left, the state on the right, number and day below them; then kind and subject.</summary>
internal static class PdfHead
{
    public static void Draw(Letterhead head, PdfPages pages)
    {
        var column = PdfPages.Points(70);
        var left = new PdfColumn(pages, PdfPages.Left, column);
        var right = new PdfColumn(pages, PdfPages.Left + column, pages.Width - column);
        if (head.Superior.Length > 0)
        {
            left.Line(new Run(head.Superior), Typography.State);
        }

        foreach (var line in head.Agency)
        {
            left.Line(new Run(line, Bold: true), Typography.State);
        }

        left.Rule(0.4 * column);
        right.Line(new Run(Letterhead.State, Bold: true), Typography.State);
        right.Line(new Run(Letterhead.Motto, Bold: true), Typography.Motto);
        right.Rule(TextLine.Of(new Run(Letterhead.Motto, Bold: true), Typography.Motto).Width);
        left.Line(new Run(head.Number), Typography.Number);
        right.Line(new Run(head.PlaceAndDay, Italic: true), Typography.Motto);
        pages.Y = Math.Max(left.Y, right.Y) + 3 * Typography.Gap;
        var whole = new PdfColumn(pages, PdfPages.Left, pages.Width);
        whole.Line(new Run(head.Kind, Bold: true), Typography.Body);
        whole.Line(new Run(head.Subject, Bold: true), Typography.Body);
        whole.Rule(PdfPages.Points(40));
        pages.Y = whole.Y + 2 * Typography.Gap;
    }
}
