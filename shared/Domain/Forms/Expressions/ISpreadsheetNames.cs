namespace VksServerless.Forms.Expressions;

/// <summary>What a spreadsheet calls the fields of one form, so that an expression can be written as its formula.</summary>
public interface ISpreadsheetNames
{
    /// <summary>The text of a cell that says yes.</summary>
    string Yes { get; }

    /// <summary>The text of a cell that says no.</summary>
    string No { get; }

    /// <summary>The text of a cell to which the question does not apply.</summary>
    string NotApplicable { get; }

    /// <returns>The defined name of the field's cell; null: it has none, and counts as blank.</returns>
    string? CellOf(string field);

    /// <returns>The defined name of the cells below a column's header; null: the table is not there.</returns>
    string? RangeOf(string table, string column);

    /// <returns>The defined names of all columns of a table; empty: it is not there.</returns>
    IReadOnlyList<string> RangesOf(string table);

    /// <returns>The text of a cell that chooses this option of a field.</returns>
    string OptionOf(string field, string code);

    /// <returns>The text of a cell that chooses this option of a column.</returns>
    string OptionOf(string table, string column, string code);

    /// <returns>The unit's own figure of the preceding period; null: there is none.</returns>
    decimal? Previous(string field);
}
