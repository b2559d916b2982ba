using System.Globalization;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>The sheets that were read, with what their cells refer to.</summary>
internal sealed class CellBook(
    WorkbookIndex index, IReadOnlyDictionary<string, SheetCells> sheets, IReadOnlyDictionary<int, string> texts, NumberFormats formats)
{
    public bool CountsFrom1904 => index.CountsFrom1904;

    /// <returns>Null when there is no such name, or it stands for nothing any more.</returns>
    public NamedPlace? Find(string name) =>
        index.Names.TryGetValue(name, out var place) && !place.IsLost && sheets.ContainsKey(place.Sheet) ? place : null;

    public SheetCells Sheet(string name) => sheets[name];

    public Cell this[string sheet, CellReference at]
    {
        get
        {
            var raw = sheets[sheet][at];
            return raw.Type switch
            {
                _ when raw.IsBlank => Cell.Blank.One,
                "e" => new Cell.Error(raw.Value ?? ""),
                _ when raw.Value is null => new Cell.Uncalculated(),
                null => raw.Value.Length == 0 && raw.HasFormula ? new Cell.Uncalculated() : NumberOf(raw),
                "b" => new Cell.Truth(raw.Value is "1" or "true"),
                "d" => new Cell.Day(raw.Value),
                "s" => int.TryParse(raw.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && texts.TryGetValue(number, out var shared) ? TextOf(shared) : new Cell.Error("#VALUE!"),
                _ => TextOf(raw.Value),
            };
        }
    }

    private static Cell TextOf(string text) => text.Trim() is { Length: > 0 } words ? new Cell.Text(words) : Cell.Blank.One;

    /// <summary>What is no number a decimal can hold is said as it is written.</summary>
    private Cell NumberOf(RawCell raw) =>
        raw.Value!.Trim().Length == 0 ? Cell.Blank.One
        : double.TryParse(raw.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e28
            ? new Cell.Number(Exact.Normalise((decimal)number), formats[raw.Style])
            : new Cell.Error(raw.Value.Trim() is { Length: <= 40 } text ? text : "#NUM!");
}
