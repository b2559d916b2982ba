using PdfSharp.Drawing;
using VksServerless.Documents.Official.Fonts;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>Letters of one kind within a word.</summary>
internal readonly record struct Piece(string Text, bool Bold, bool Italic, double Width);

/// <summary>What no line break divides.</summary>
internal sealed record LineWord(IReadOnlyList<Piece> Pieces)
{
    public double Width { get; } = Pieces.Sum(piece => piece.Width);
}

/// <param name="Indent">How far to the right it begins.</param>
/// <param name="Ends">Whether it is the last of its paragraph and so not stretched.</param>
internal sealed record TextLine(IReadOnlyList<LineWord> Words, double Size, double Indent, bool Ends)
{
    // Of every cut of the face.
    private const double Space = 0.25;

    public static double Height(double size) => Natural(size) * Typography.Leading;

    public static double SpaceOf(double size) => Space * size;

    public static TextLine Of(Run run, double size) => LineBreaker.Break([run], size, double.MaxValue)[0];

    public double Width { get; } = Words.Sum(word => word.Width) + Math.Max(0, Words.Count - 1) * Space * Size;

    /// <param name="align">Null: stretched to both edges.</param>
    public void Draw(PdfPages pages, double x, double y, double width, Align? align)
    {
        var face = Face.Of(false, false);
        var baseLine = y + (Height(Size) - Natural(Size)) / 2 + face.Ascent * Size;
        var room = width - Indent - Width;
        var gap = Space * Size + (align is null && !Ends && Words.Count > 1 ? room / (Words.Count - 1) : 0);
        var at = x + Indent + (align switch { Align.Centre => room / 2, Align.Right => room, _ => 0 });
        foreach (var (index, word) in Words.Index())
        {
            foreach (var (place, piece) in word.Pieces.Index())
            {
                // The space is drawn as well, so that text copied from the file has it.
                var isLast = place == word.Pieces.Count - 1 && index < Words.Count - 1;
                pages.Graphics.DrawString(
                    isLast ? piece.Text + " " : piece.Text, pages.Font(piece.Bold, piece.Italic, Size), XBrushes.Black, at, baseLine);
                at += piece.Width;
            }

            at += gap;
        }
    }

    private static double Natural(double size) => (Face.Of(false, false).Ascent + Face.Of(false, false).Descent) * size;
}
