using VksServerless.Figures;

namespace VksServerless.Documents.Charts;

/// <summary>
/// A figure over periods. The scale always holds zero, so that a small change does not look large; the line has a gap where a period has
/// no value.
/// </summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="PeriodHeading">What the periods are called, e.g. Kỳ báo cáo.</param>
/// <param name="ValueHeading">What the values are, with their measure.</param>
/// <param name="Points">Oldest first.</param>
public sealed record TrendChart(
    string Id, string Title, string PeriodHeading, string ValueHeading, IReadOnlyList<TrendPoint> Points)
{
    /// <summary>Of more the drawing shows the newest.</summary>
    public const int MostPoints = 60;

    private const decimal Top = 24;
    private const decimal Bottom = 176;

    public Chart Draw()
    {
        var drawing = new Drawing(Id);
        var points = Points.Skip(Points.Count - MostPoints).ToList();
        var values = points.Where(point => point.Value is not null).Select(point => point.Value!.Value).ToList();
        var height = Bottom + 24;
        if (values.Count == 0)
        {
            drawing.Text(1, 15, Remarks.None, fill: Shades.Soft);
            height = 22;
        }
        else
        {
            var scale = TrendScale.Of(values, points.Count, Top, Bottom);
            DrawGrid(drawing, scale);
            DrawLine(drawing, points, scale);
            DrawLabels(drawing, points, scale);
        }

        var description = values.Count == 0 ? Remarks.None : $"Biểu đồ đường, {Written.Count(points.Count)} kỳ: từ "
            + $"{FigureText.Of(values[0])} đến {FigureText.Of(values[^1])}; thấp nhất {FigureText.Of(values.Min())}, cao nhất "
            + $"{FigureText.Of(values.Max())}. Số liệu có trong bảng kèm theo.";
        return new Chart(drawing.ToSvg("trend", Title, description, height), new FigureTable(
            Title, [PeriodHeading, ValueHeading], [.. Points.Select(point => (IReadOnlyList<string>)[point.Period, Text(point)])]));
    }

    private static string Text(TrendPoint point) => point.Value is { } value ? FigureText.Of(value) : Written.Nothing;

    private static void DrawGrid(Drawing drawing, TrendScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Drawing.Number(scale.Y(tick));
            drawing.Path($"M{Drawing.Number(scale.Left)} {y}H{Drawing.Number(Drawing.Width - 1)}", tick == 0 ? Shades.Ink : Shades.Line);
            drawing.Text(scale.Left - 6, scale.Y(tick) + 4, FigureText.Of(tick), DrawnText.Small, Side.End, Shades.Soft);
        }
    }

    private static void DrawLine(Drawing drawing, List<TrendPoint> points, TrendScale scale)
    {
        var path = string.Concat(points.Index().Where(point => point.Item.Value is not null).Select(point =>
            $"{(point.Index > 0 && points[point.Index - 1].Value is not null ? 'L' : 'M')}{Drawing.Number(scale.X(point.Index))} "
            + Drawing.Number(scale.Y(point.Item.Value!.Value))));
        drawing.Path(path, Shades.Blue, " stroke-width=\"2.5\" stroke-linejoin=\"round\"");
        foreach (var (at, point) in points.Index())
        {
            if (point.Value is { } value)
            {
                drawing.Group($"{point.Period}: {Text(point)}", null, () => drawing.Dot(scale.X(at), scale.Y(value), Shades.Blue));
            }
        }
    }

    /// <summary>As many as have room: the newest first, then the greatest, the least and the oldest.</summary>
    private static void DrawLabels(Drawing drawing, List<TrendPoint> points, TrendScale scale)
    {
        var valued = points.Index().Where(point => point.Item.Value is not null).ToList();
        int[] first = [valued[^1].Index, valued.MaxBy(point => point.Item.Value).Index, valued.MinBy(point => point.Item.Value).Index,
            valued[0].Index];
        var values = new LabelRow();
        foreach (var at in first.Concat(valued.Select(point => point.Index)).Distinct())
        {
            var (text, y) = (Text(points[at]), scale.Y(points[at].Value!.Value));
            if (values.Place(text, scale.X(at)) is { } x)
            {
                drawing.Text(x, points[at].Value < 0 && y + 20 < Bottom + 6 ? y + 18 : y - 9, text, DrawnText.Small, Side.Middle,
                    bold: true, halo: true);
            }
        }

        var periods = new LabelRow();
        foreach (var at in Enumerable.Range(0, points.Count).Prepend(0).Prepend(points.Count - 1).Distinct())
        {
            var text = DrawnText.Fit(points[at].Period, Drawing.Width / 3, DrawnText.Small);
            if (periods.Place(text, scale.X(at)) is { } x)
            {
                drawing.Text(x, Bottom + 19, text, DrawnText.Small, Side.Middle);
            }
        }
    }
}

/// <param name="Value">Null: the period has no value.</param>
public sealed record TrendPoint(string Period, decimal? Value);
