namespace VksServerless.Application.Workbooks;

/// <summary>Something to correct in a workbook.</summary>
/// <param name="Place">Null when it stands at no cell, e.g. a column that was removed.</param>
/// <param name="Pointer">RFC 6901 JSON pointer into the report.</param>
/// <param name="Rule">Stable English identifier of the broken rule.</param>
/// <param name="Message">In Vietnamese: what is wrong and how to correct it.</param>
public sealed record WorkbookFault(WorkbookPlace? Place, string Pointer, string Rule, string Message)
{
    /// <summary>The message with the cell before it, e.g. "Phần II, ô C7: …".</summary>
    public string InWords => Place is null ? Message : $"{Place}: {Message}";
}

/// <param name="Sheet">As the sheet is called in the file, which may have been renamed.</param>
/// <param name="Cell">E.g. C7.</param>
public sealed record WorkbookPlace(string Sheet, string Cell)
{
    /// <summary>As a sentence names it: Phần II, ô C7.</summary>
    public override string ToString() => $"{Sheet}, ô {Cell}";
}
