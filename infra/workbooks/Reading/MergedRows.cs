using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>Cells of a column that were joined over several rows say the same in each of them.</summary>
internal sealed class MergedRows(SheetCells sheet, IReadOnlyList<TableHeader> headers)
{
    private readonly ILookup<int, MergedCells> _byColumn = sheet.Merged
        .Where(merged => merged.First.Column == merged.Last.Column
            && headers.Any(header => header.Place.Cell.Column == merged.First.Column))
        .ToLookup(merged => merged.First.Column);

    /// <summary>The cell that holds the value of another.</summary>
    public CellReference SourceOf(CellReference cell)
    {
        foreach (var merged in _byColumn[cell.Column])
        {
            if (merged.Contains(cell))
            {
                return merged.First.Row > headers[0].Place.Cell.Row ? merged.First : cell;
            }
        }

        return cell;
    }
}
