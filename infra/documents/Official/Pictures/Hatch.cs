using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Official.Pictures;

/// <summary>The patterns of <see cref="Shade"/> as a ground with lines or dots on it, which every format can draw.</summary>
internal static class Hatch
{
    private const double Pitch = 6;

    public static IEnumerable<Shape> Fill(Shape.Box box, Shade shade)
    {
        var (ground, ink) = shade switch
        {
            Shade.Slanted => (0xf3c969, 0x7a4f00),
            Shade.Crossed => (0xffffff, 0x8f1d1d),
            Shade.Dotted => (0xe4e2dd, 0x55565a),
            _ => (0xcfe5d4, 0x1d6b34),
        };
        yield return box with { Fill = ground, Stroke = null };
        var marks = shade switch
        {
            Shade.Slanted => Slanted(box, ink, rising: true),
            Shade.Crossed => Slanted(box, ink, rising: true).Concat(Slanted(box, ink, rising: false)),
            Shade.Dotted => Dots(box, ink),
            _ => Upright(box, ink),
        };
        foreach (var mark in marks)
        {
            yield return mark;
        }

        yield return box;
    }

    /// <summary>At 45 degrees, cut off at the edges.</summary>
    private static IEnumerable<Shape> Slanted(Shape.Box box, int ink, bool rising)
    {
        for (var at = Pitch / 2; at < box.Width + box.Height; at += Pitch)
        {
            var (left, right) = (Math.Max(0, at - box.Height), Math.Min(box.Width, at));
            if (right - left > 0.5)
            {
                yield return new Shape.Line([Place(left), Place(right)], ink, 1);
            }

            Spot Place(double x) => new(box.X + x, rising ? box.Y + at - x : box.Y + box.Height - at + x);
        }
    }

    private static IEnumerable<Shape> Upright(Shape.Box box, int ink)
    {
        for (var x = box.X + Pitch / 2; x < box.X + box.Width; x += Pitch)
        {
            yield return new Shape.Line([new Spot(x, box.Y), new Spot(x, box.Y + box.Height)], ink, 1);
        }
    }

    private static IEnumerable<Shape> Dots(Shape.Box box, int ink)
    {
        for (var x = box.X + Pitch / 2; x < box.X + box.Width; x += Pitch)
        {
            for (var y = box.Y + Pitch / 2; y < box.Y + box.Height; y += Pitch)
            {
                yield return new Shape.Dot(x, y, 1, ink);
            }
        }
    }
}
