namespace VksServerless.Documents.Official.Pictures;

/// <summary>A drawing as shapes that any renderer can draw; sizes in the drawing's own units.</summary>
internal sealed record Picture(double Width, double Height, IReadOnlyList<Shape> Shapes);

/// <summary>Colours are 0xRRGGBB; null: none.</summary>
internal abstract record Shape
{
    internal sealed record Box(
        double X, double Y, double Width, double Height, int? Fill, int? Stroke, double StrokeWidth, bool Dashed) : Shape;

    internal sealed record Line(IReadOnlyList<Spot> Spots, int Stroke, double Width) : Shape;

    internal sealed record Dot(double X, double Y, double Radius, int Fill) : Shape;

    /// <param name="Y">Of the base line.</param>
    internal sealed record Label(
        double X, double Y, string Text, double Size, Align Align, int Fill, bool Bold, bool Halo) : Shape
    {
        /// <summary>Where it begins.</summary>
        public double Start(double width) => X - (Align switch { Align.Centre => width / 2, Align.Right => width, _ => 0 });
    }
}

internal readonly record struct Spot(double X, double Y);
