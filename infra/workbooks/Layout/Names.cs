using VksServerless.Forms;

namespace VksServerless.Workbooks.Layout;

/// <summary>
/// The defined names by which cells are found again. Letters, digits and low lines only, so that every spreadsheet program keeps them.
/// Codes have no two low lines in a row, so no two names are the same.
/// </summary>
internal static class Names
{
    /// <summary>The first cell of the hidden sheet that says what the workbook is.</summary>
    public const string Identity = "vks_identity";

    /// <summary>The first cell of the sheet that lists the faults.</summary>
    public const string Errors = "vks_errors";

    public static string OfField(FieldCode field) => $"vks_a__{field}";

    /// <summary>The header of a column.</summary>
    public static string OfColumn(FieldCode table, string column) => $"vks_c__{table}__{column}";

    /// <summary>The cells below the header of a column.</summary>
    public static string OfRange(string table, string column) => $"vks_r__{table}__{column}";

    public static string OfExplanation(FieldCode field) => $"vks_e__{field}";

    /// <summary>The head of the hidden column that repeats, in each row of a sheet, whose answer it holds.</summary>
    public static string OfKeys(int sheet) => $"vks_k__{sheet}";

    public static string OfList(int list) => $"vks_l__{list}";
}
