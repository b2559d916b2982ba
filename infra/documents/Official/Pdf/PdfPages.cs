using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>The sheets of a file, and where on the last one the next thing goes. Lengths are in points.</summary>
internal sealed class PdfPages(PdfDocument document)
{
    private readonly Dictionary<(bool Bold, bool Italic, double Size), XFont> _fonts = [];
    private XGraphics? _graphics;

    public PdfPage Page { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = Sheet.Portrait;

    public XGraphics Graphics => _graphics!;

    public PdfDocument Document => document;

    /// <summary>From the top of the sheet.</summary>
    public double Y { get; set; }

    public static double Left => Points(Sheet.Left);

    public double Width => Points(Sheet.TextWidth);

    public double Remaining => Points(Sheet.Height - Sheet.Bottom) - Y;

    /// <summary>Of the text on one page.</summary>
    public double Height => Points(Sheet.Height - Sheet.Bottom - Sheet.Top);

    public bool IsAtTop => Y <= Points(Sheet.Top) + 0.01;

    public static double Points(double millimetres) => millimetres * 72 / 25.4;

    public void Add(bool landscape)
    {
        Finish();
        Sheet = Sheet.For(landscape);
        Page = document.AddPage();
        Page.Width = XUnit.FromMillimeter(Sheet.Width);
        Page.Height = XUnit.FromMillimeter(Sheet.Height);
        _graphics = XGraphics.FromPdfPage(Page);
        Y = Points(Sheet.Top);
        if (document.PageCount > 1)
        {
            var number = TextLine.Of(new Run($"{document.PageCount}"), Typography.PageNumber);
            number.Draw(this, Left, Points(Sheet.Header), Width, Align.Centre);
        }
    }

    /// <summary>Goes on to the next sheet unless so much room is left; a sheet with nothing on it has to do.</summary>
    public void Reserve(double height)
    {
        if (height > Remaining && !IsAtTop)
        {
            Add(Sheet.IsLandscape);
        }
    }

    public void Finish() => _graphics?.Dispose();

    public void Rule(double x1, double y1, double x2, double y2) =>
        Graphics.DrawLine(new XPen(XColors.Black, 0.5), x1, y1, x2, y2);

    public XFont Font(bool bold, bool italic, double size)
    {
        if (!_fonts.TryGetValue((bold, italic, size), out var font))
        {
            var style = (bold ? XFontStyleEx.Bold : 0) | (italic ? XFontStyleEx.Italic : 0);
            _fonts[(bold, italic, size)] = font = new XFont(Typography.FallbackFace, size, style, XPdfFontOptions.UnicodeDefault);
        }

        return font;
    }
}
