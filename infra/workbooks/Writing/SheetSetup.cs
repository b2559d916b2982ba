using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>How a sheet is shown, printed and protected.</summary>
/// <param name="Name">Unique in the workbook.</param>
/// <param name="Widths">Of its columns, in characters.</param>
internal sealed record SheetSetup(string Name, IReadOnlyList<double> Widths)
{
    /// <summary>The first cell that moves when one scrolls; null: nothing stands still.</summary>
    public CellReference? Frozen { get; init; }

    public bool Landscape { get; init; }

    /// <summary>Whether rows may be sorted and inserted: only where each is read as a whole.</summary>
    public bool HasFreeRows { get; init; }

    /// <summary>A column that is not shown, from 1; 0: none.</summary>
    public int HiddenColumn { get; init; }

    /// <summary>E.g. A5:D205; null: no filter.</summary>
    public string? Filter { get; init; }

    /// <summary>E.g. $3:$3: repeated on each printed page; null: none.</summary>
    public string? PrintTitles { get; init; }

    public Visibility Visibility { get; init; }
}

internal enum Visibility
{
    Visible,
    Hidden,
    VeryHidden,
}
