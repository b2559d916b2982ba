using System.Text;
using VksServerless.Documents.Official.Fonts;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>Breaks text into lines: at spaces, and within a word only where it is wider than a line.</summary>
internal sealed class LineBreaker
{
    private readonly double _size;
    private readonly double _width;
    private readonly List<TextLine> _lines = [];
    private readonly List<LineWord> _words = [];
    private double _indent;
    private double _used;

    private LineBreaker(double size, double width, double indent) => (_size, _width, _indent) = (size, width, indent);

    /// <param name="indent">Of the first line.</param>
    public static IReadOnlyList<TextLine> Break(IReadOnlyList<Run> runs, double size, double width, double indent = 0)
    {
        var breaker = new LineBreaker(size, width, indent);
        var pieces = new List<Piece>();
        foreach (var run in runs)
        {
            var start = 0;
            for (var at = 0; at <= run.Text.Length; at++)
            {
                if (at < run.Text.Length && run.Text[at] is not (' ' or '\n'))
                {
                    continue;
                }

                if (at > start)
                {
                    pieces.Add(breaker.PieceOf(run.Text[start..at], run));
                }

                start = at + 1;
                if (at < run.Text.Length)
                {
                    breaker.Place(pieces);
                    if (run.Text[at] == '\n')
                    {
                        breaker.End(ends: true);
                    }
                }
            }
        }

        breaker.Place(pieces);
        breaker.End(ends: true);
        return breaker._lines;
    }

    /// <summary>Into as few lines, but of about equal length: a heading whose last word stands alone looks forgotten.</summary>
    public static IReadOnlyList<TextLine> Balance(IReadOnlyList<Run> runs, double size, double width)
    {
        var lines = Break(runs, size, width);
        for (var narrower = width * 0.95; lines.Count > 1 && narrower > width / 3; narrower *= 0.95)
        {
            if (Break(runs, size, narrower) is var next && next.Count == lines.Count)
            {
                lines = next;
            }
            else
            {
                break;
            }
        }

        return lines;
    }

    private Piece PieceOf(string text, Run run) =>
        new(text, run.Bold, run.Italic, Face.Of(run.Bold, run.Italic).WidthOf(text) * _size);

    private void Place(List<Piece> pieces)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        var word = new LineWord([.. pieces]);
        pieces.Clear();
        if (word.Width > _width - _indent)
        {
            foreach (var part in word.Pieces.SelectMany(Divide))
            {
                Place(new LineWord([part]));
            }
        }
        else
        {
            Place(word);
        }
    }

    private void Place(LineWord word)
    {
        var space = _words.Count == 0 ? 0 : TextLine.SpaceOf(_size);
        if (_words.Count > 0 && _used + space + word.Width > _width - _indent + 0.01)
        {
            End(ends: false);
            space = 0;
        }

        _words.Add(word);
        _used += space + word.Width;
    }

    /// <summary>Into parts that fit on a line.</summary>
    private IEnumerable<Piece> Divide(Piece piece)
    {
        var (part, width) = (new StringBuilder(), 0.0);
        var face = Face.Of(piece.Bold, piece.Italic);
        foreach (var rune in piece.Text.EnumerateRunes())
        {
            var next = face.WidthOf(rune.ToString()) * _size;
            if (part.Length > 0 && width + next > _width - Math.Max(_indent, 0))
            {
                yield return piece with { Text = part.ToString(), Width = width };
                (part, width) = (new StringBuilder(), 0);
            }

            part.Append(rune);
            width += next;
        }

        yield return piece with { Text = part.ToString(), Width = width };
    }

    private void End(bool ends)
    {
        _lines.Add(new TextLine([.. _words], _size, _indent, ends));
        _words.Clear();
        (_used, _indent) = (0, 0);
    }
}
