namespace VksServerless.Documents.Official;

/// <summary>What follows one another down the page.</summary>
internal abstract record Block
{
    /// <summary>Whether it must not stand alone at the foot of a page.</summary>
    public virtual bool KeepsWithNext => false;

    /// <param name="Level">1: a part; 2: a section; 3 and 4: within it.</param>
    /// <param name="Above">What stands in the line above, e.g. Phần thứ nhất; empty: nothing.</param>
    internal sealed record Heading(int Level, string Text, string Above = "") : Block
    {
        public string Text { get; } = Words.Clean(Text);

        public override bool KeepsWithNext => true;

        /// <summary>In one line, as a bookmark.</summary>
        public string Full => Above.Length == 0 ? Text : $"{Above}. {Text}";
    }

    internal sealed record Paragraph(IReadOnlyList<Run> Runs, ParagraphKind Kind = ParagraphKind.Body) : Block
    {
        public override bool KeepsWithNext => Kind is ParagraphKind.UnitName;

        public string Text => string.Concat(Runs.Select(run => run.Text));

        public static Paragraph Of(string text, ParagraphKind kind = ParagraphKind.Body) => new([new Run(text)], kind);
    }

    /// <param name="Name">Its caption, which also stands for it where it cannot be seen.</param>
    internal sealed record Picture(Pictures.Picture Drawn, string Name) : Block;

    /// <param name="Caption">Empty: none.</param>
    internal sealed record Table(string Caption, IReadOnlyList<GridColumn> Columns, IReadOnlyList<GridRow> Rows) : Block
    {
        public string Caption { get; init; } = Words.Clean(Caption);

        /// <summary>Whether it needs a page in landscape.</summary>
        public bool IsWide => Columns.Sum(column => column.Width) > Sheet.Portrait.TextWidth;

        /// <summary>A narrow table is not stretched over a sheet in landscape: the eye would lose the line.</summary>
        public double WidthOn(Sheet sheet) => IsWide ? sheet.TextWidth : Sheet.Portrait.TextWidth;

        /// <summary>Whether it should not be divided where it can be helped.</summary>
        public bool IsShort => Rows.Count <= 12;
    }
}

internal enum ParagraphKind
{
    /// <summary>Justified, first line indented.</summary>
    Body,

    /// <summary>An item of a list, with a dash.</summary>
    Item,

    /// <summary>The unit whose words follow.</summary>
    UnitName,

    /// <summary>What a unit wrote.</summary>
    Said,

    /// <summary>A remark in italics.</summary>
    Note,
}

/// <summary>Letters of one kind.</summary>
internal sealed record Run(string Text, bool Bold = false, bool Italic = false)
{
    public string Text { get; } = Words.Clean(Text);
}
