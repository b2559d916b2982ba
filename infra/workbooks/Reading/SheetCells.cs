using System.Globalization;
using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

/// <summary>The cells of a sheet that have a value; what is only formatted is passed over.</summary>
internal sealed class SheetCells
{
    private readonly SortedDictionary<int, Dictionary<int, RawCell>> _rows = [];
    private readonly List<MergedCells> _merged = [];
    private int _count;

    /// <summary>Numbers of the rows with a value, ascending.</summary>
    public IEnumerable<int> Rows => _rows.Keys;

    public IEnumerable<RawCell> All => _rows.Values.SelectMany(row => row.Values);

    public IReadOnlyList<MergedCells> Merged => _merged;

    public RawCell this[CellReference at] =>
        _rows.TryGetValue(at.Row, out var row) && row.TryGetValue(at.Column, out var cell) ? cell : default;

    public static SheetCells Read(PartReader xml, TextBudget budget)
    {
        var (cells, row, column) = (new SheetCells(), 0, 0);
        while (xml.ReadTag())
        {
            if (!xml.IsStart)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "row":
                    (row, column) = (RowOf(xml, row), 0);
                    break;
                case "c":
                    column = ColumnOf(xml, row, column);
                    cells.Add(new CellReference(row, column), RawCellReader.Read(xml), budget);
                    break;
                case "mergeCell":
                    cells.AddMerged(xml.Attribute("ref") ?? "");
                    break;
            }
        }

        return cells;
    }

    private void Add(CellReference at, RawCell cell, TextBudget budget)
    {
        if (cell.IsBlank)
        {
            return;
        }

        budget.Spend(cell.Value);
        if (++_count > Limits.Cells)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
        }

        if (!_rows.TryGetValue(at.Row, out var row))
        {
            _rows.Add(at.Row, row = []);
        }

        row[at.Column] = cell;
    }

    private void AddMerged(string range)
    {
        if (range.Split(':') is [var from, var to]
            && CellReference.TryParse(from, out var first) && CellReference.TryParse(to, out var last))
        {
            _merged.Add(new MergedCells(first, last));
        }

        if (_merged.Count > Limits.Merges)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
        }
    }

    private static int RowOf(PartReader xml, int before) => xml.Attribute("r") is not { } text ? before + 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= Limits.LastRow ? row
        : throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);

    private static int ColumnOf(PartReader xml, int row, int before) => xml.Attribute("r") is not { } text ? before + 1
        : CellReference.TryParse(text, out var at) && at.Row == row ? at.Column
        : throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);
}

/// <summary>Cells that were joined: the first holds the value.</summary>
internal readonly record struct MergedCells(CellReference First, CellReference Last)
{
    public bool Contains(CellReference cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;
}
