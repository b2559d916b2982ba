namespace VksServerless.Workbooks.Packages;

/// <summary>How much of a file is looked at. A workbook of ours has some 20 parts and a few megabytes; people add to it.</summary>
internal static class Limits
{
    public const int Entries = 2_000;

    /// <summary>Inflated bytes of one part.</summary>
    public const long PartBytes = 80L * 1024 * 1024;

    /// <summary>Inflated bytes of all parts that are read.</summary>
    public const long AllBytes = 120L * 1024 * 1024;

    /// <summary>Inflated bytes of a part that is held as a tree: styles, relationships, notes.</summary>
    public const int TreeBytes = 4 * 1024 * 1024;

    /// <summary>Bytes between two tags: the longest text of a cell, written with every escape, is far shorter.</summary>
    public const int BytesWithoutTag = 1024 * 1024;

    /// <summary>Elements within elements.</summary>
    public const int Depth = 64;

    /// <summary>Different names of elements and attributes in a part.</summary>
    public const int Names = 4_000;

    /// <summary>Cells with a value on a sheet.</summary>
    public const int Cells = 200_000;

    /// <summary>Characters of all texts that are kept.</summary>
    public const int Characters = 16 * 1024 * 1024;

    /// <summary>Characters of one text; a cell of Excel takes 32,767.</summary>
    public const int TextCharacters = 131_072;

    public const int Merges = 5_000;

    public const int Styles = 65_536;

    public const int DefinedNames = 20_000;

    public const int Sheets = 500;

    public const int LastRow = 1_048_576;

    public const int LastColumn = 16_384;
}
