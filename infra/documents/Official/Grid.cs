namespace VksServerless.Documents.Official;

/// <param name="Width">The least width in millimetres.</param>
/// <param name="Share">How much of the width that is left over it takes; 0: none.</param>
internal sealed record GridColumn(string Heading, double Width, Align Align = Align.Left, double Share = 0)
{
    public string Heading { get; init; } = Words.Clean(Heading);

    /// <summary>TT: the number of the line.</summary>
    public static GridColumn Line { get; } = new("TT", 11, Align.Centre);

    public static GridColumn Name(string heading, double width = 40) => new(heading, width, Align.Left, width);

    /// <summary>Numbers, which are not broken over lines.</summary>
    public static GridColumn Number(string heading, double width = 18) => new(heading, width, Align.Right);

    /// <summary>Numbers whose heading is long: where there is room it is set in fewer lines.</summary>
    public static GridColumn Labelled(string heading, double width) => Number(heading, width) with { Share = width / 2 };

    public static GridColumn Centred(string heading, double width = 20) => new(heading, width, Align.Centre);
}

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <param name="IsTotal">It is set in bold.</param>
internal sealed record GridRow(IReadOnlyList<GridCell> Cells, bool IsTotal = false)
{
    /// <summary>A line over the whole width that names the rows below it.</summary>
    public static GridRow Group(string name, int columns) => new([new GridCell(name) { Span = columns, Bold = true }]);

    public static GridRow Of(params IEnumerable<string> cells) => new([.. cells.Select(cell => new GridCell(cell))]);

    public static GridRow Total(params IEnumerable<string> cells) => new([.. cells.Select(cell => new GridCell(cell))], IsTotal: true);

    /// <summary>Names the rows that follow.</summary>
    public bool IsGroup => Cells is [{ Span: > 1, Bold: true }];
}

internal sealed record GridCell(string Text)
{
    public string Text { get; } = Words.Clean(Text);

    public int Span { get; init; } = 1;

    public bool Bold { get; init; }

    /// <summary>It is one with the cell above, in which the text stands.</summary>
    public bool Continues { get; init; }
}
