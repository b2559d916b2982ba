using VksServerless.Documents.Official.Fonts;
using VksServerless.Documents.Official.Pictures;

namespace VksServerless.Documents.Official.Word;

/// <summary>
/// Writes a drawing as an Enhanced Metafile ([MS-EMF]): vectors that Word and LibreOffice print sharply and can edit. Its unit is a
/// hundredth of a millimetre.
/// </summary>
internal sealed class Emf : IDisposable
{
    private const int Transparent = 1;
    private const int BaseLine = 24;

    private readonly EmfRecords _records = new();
    private readonly double _scale;
    private int _depth;

    private Emf(double scale) => _scale = scale;

    /// <param name="width">In millimetres.</param>
    public static byte[] Write(Picture picture, double width)
    {
        using var emf = new Emf(width * 100 / picture.Width);
        emf._records.Add(EmfRecord.SetBkMode, Transparent);
        emf._records.Add(EmfRecord.SetTextAlign, BaseLine);
        foreach (var shape in picture.Shapes)
        {
            emf.Draw(shape);
        }

        return emf._records.ToFile(emf.Unit(picture.Width), emf.Unit(picture.Height));
    }

    public void Dispose() => _records.Dispose();

    private void Draw(Shape shape)
    {
        switch (shape)
        {
            case Shape.Box box:
                Filled(box.Fill, Pen(box.Stroke, box.StrokeWidth, box.Dashed), () => _records.Add(
                    EmfRecord.Rectangle, Unit(box.X), Unit(box.Y), Unit(box.X + box.Width), Unit(box.Y + box.Height)));
                break;
            case Shape.Dot dot:
                Filled(dot.Fill, Pen(null, 0, false), () => _records.Add(
                    EmfRecord.Ellipse, Unit(dot.X - dot.Radius), Unit(dot.Y - dot.Radius), Unit(dot.X + dot.Radius),
                    Unit(dot.Y + dot.Radius)));
                break;
            case Shape.Line line:
                Using(EmfRecords.NullPen, Pen(line.Stroke, line.Width, false), () => _records.Add(EmfRecord.Polyline,
                    [
                        .. Bounds(line), line.Spots.Count, .. line.Spots.SelectMany(spot => new[] { Unit(spot.X), Unit(spot.Y) }),
                    ]));
                break;
            case Shape.Label label:
                Draw(label);
                break;
        }
    }

    private void Draw(Shape.Label label)
    {
        var face = Face.Of(label.Bold, italic: false);
        var width = face.WidthOf(label.Text) * label.Size;
        if (label.Halo)
        {
            Draw(new Shape.Box(label.Start(width) - 1.5, label.Y - label.Size * 0.76, width + 3, label.Size, 0xffffff, null, 0, false));
        }

        _records.Add(EmfRecord.SetTextColour, Colour(label.Fill));
        Using(EmfRecords.SystemFont, index => _records.AddFont(index, -Unit(label.Size), label.Bold), () => _records.AddText(
            Unit(label.Start(width)), Unit(label.Y), label.Text, [.. label.Text.Select(c => Unit(face.WidthOf(c) * label.Size))]));
    }

    private void Filled(int? fill, Action<int> pen, Action draw) => Using(
        EmfRecords.NullBrush, index => _records.Add(EmfRecord.CreateBrush, index, fill is null ? 1 : 0, Colour(fill ?? 0), 0),
        () => Using(EmfRecords.NullPen, pen, draw));

    private Action<int> Pen(int? stroke, double width, bool dashed) => index =>
        _records.Add(EmfRecord.CreatePen, index, stroke is null ? 5 : dashed ? 1 : 0, Unit(width), 0, Colour(stroke ?? 0));

    /// <summary>An object is selected for one shape, replaced by the stock's and deleted.</summary>
    private void Using(int stock, Action<int> create, Action draw)
    {
        var index = ++_depth;
        create(index);
        _records.Add(EmfRecord.SelectObject, index);
        draw();
        _records.Add(EmfRecord.SelectObject, stock);
        _records.Add(EmfRecord.DeleteObject, index);
        _depth--;
    }

    private IEnumerable<int> Bounds(Shape.Line line) =>
    [
        Unit(line.Spots.Min(spot => spot.X)), Unit(line.Spots.Min(spot => spot.Y)),
        Unit(line.Spots.Max(spot => spot.X)), Unit(line.Spots.Max(spot => spot.Y)),
    ];

    private int Unit(double number) => (int)Math.Round(number * _scale);

    /// <summary>0x00BBGGRR.</summary>
    private static int Colour(int rgb) => ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16);
}
