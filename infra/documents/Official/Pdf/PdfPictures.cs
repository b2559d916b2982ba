using PdfSharp.Drawing;
using VksServerless.Documents.Official.Pictures;
using VksServerless.Documents.Official.Fonts;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>Charts as vectors, each with its caption below.</summary>
internal sealed class PdfPictures(PdfPages pages)
{
    public double HeightOf(Block.Picture picture) =>
        PdfPages.Points(PictureSize.HeightOf(picture.Drawn, pages.Sheet)) + 2 * TextLine.Height(Typography.Body) + 3 * Typography.Gap;

    public void Draw(Block.Picture picture)
    {
        var width = PdfPages.Points(PictureSize.WidthOf(picture.Drawn, pages.Sheet));
        var scale = width / picture.Drawn.Width;
        var x = PdfPages.Left + (pages.Width - width) / 2;
        pages.Y += Typography.Gap;
        foreach (var shape in picture.Drawn.Shapes)
        {
            Draw(shape, x, pages.Y, scale);
        }

        pages.Y += PdfPages.Points(PictureSize.HeightOf(picture.Drawn, pages.Sheet)) + Typography.Gap;
        new PdfParagraphs(pages).DrawCentred(new Run(picture.Name, Italic: true));
        pages.Y += Typography.Gap;
    }

    private void Draw(Shape shape, double x, double y, double scale)
    {
        switch (shape)
        {
            case Shape.Box box:
                pages.Graphics.DrawRectangle(
                    Pen(box.Stroke, box.StrokeWidth * scale, box.Dashed), Brush(box.Fill), x + box.X * scale, y + box.Y * scale,
                    box.Width * scale, box.Height * scale);
                break;
            case Shape.Line line:
                pages.Graphics.DrawLines(
                    Pen(line.Stroke, line.Width * scale)!,
                    [.. line.Spots.Select(spot => new XPoint(x + spot.X * scale, y + spot.Y * scale))]);
                break;
            case Shape.Dot dot:
                pages.Graphics.DrawEllipse(
                    new XSolidBrush(Colour(dot.Fill)), x + (dot.X - dot.Radius) * scale, y + (dot.Y - dot.Radius) * scale,
                    2 * dot.Radius * scale, 2 * dot.Radius * scale);
                break;
            case Shape.Label label:
                Draw(label, x, y, scale);
                break;
        }
    }

    private void Draw(Shape.Label label, double x, double y, double scale)
    {
        var width = Face.Of(label.Bold, italic: false).WidthOf(label.Text) * label.Size;
        if (label.Halo)
        {
            Draw(new Shape.Box(
                label.Start(width) - 1.5, label.Y - label.Size * 0.76, width + 3, label.Size, 0xffffff, null, 0, false), x, y, scale);
        }

        pages.Graphics.DrawString(
            label.Text, pages.Font(label.Bold, false, label.Size * scale), new XSolidBrush(Colour(label.Fill)),
            x + label.Start(width) * scale, y + label.Y * scale);
    }

    private static XSolidBrush? Brush(int? colour) => colour is { } rgb ? new XSolidBrush(Colour(rgb)) : null;

    private static XPen? Pen(int? colour, double width, bool dashed = false) => colour is not { } rgb ? null : new XPen(Colour(rgb), width)
    {
        DashStyle = dashed ? XDashStyle.Dash : XDashStyle.Solid,
    };

    private static XColor Colour(int rgb) => XColor.FromArgb(rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff);
}
