using System.Globalization;

namespace VksServerless.Workbooks.Layout;

/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct CellReference(int Row, int Column)
{
    /// <summary>With dollar signs, as defined names write it: $C$7.</summary>
    public string Absolute => string.Create(CultureInfo.InvariantCulture, $"${Letters(Column)}${Row}");

    /// <summary>Reads C7, $C$7; false where it is no cell of a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellReference cell)
    {
        cell = default;
        var (at, column) = (0, 0);
        at += Sign(text, at);
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1);
            if (column > Packages.Limits.LastColumn)
            {
                return false;
            }
        }

        at += Sign(text, at);
        if (column == 0 || !int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || row is < 1 or > Packages.Limits.LastRow)
        {
            return false;
        }

        cell = new CellReference(row, column);
        return true;
    }

    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");

    private static int Sign(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == '$' ? 1 : 0;
}
