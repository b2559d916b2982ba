using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>What a defined name stands for: a cell, or the first of several; nothing when what it named was deleted.</summary>
/// <param name="Sheet">Empty when it names no cell.</param>
internal readonly record struct NamedPlace(string Sheet, CellReference Cell)
{
    public bool IsLost => string.IsNullOrEmpty(Sheet);

    /// <summary>Reads 'Phần I'!$C$7, also $'Phần I'!$C$7 and 'Phần I'!$C$7:$C$9.</summary>
    public static NamedPlace Parse(string text)
    {
        var mark = text.LastIndexOf('!');
        var end = mark < 0 ? -1 : text.IndexOf(':', mark);
        if (mark <= 0 || !CellReference.TryParse(text.AsSpan()[(mark + 1)..(end < 0 ? text.Length : end)].Trim(), out var cell))
        {
            return default;
        }

        var sheet = text[..mark].Trim().TrimStart('$', '=');
        return new NamedPlace(
            sheet is ['\'', .., '\''] ? sheet[1..^1].Replace("''", "'", StringComparison.Ordinal) : sheet, cell);
    }
}
