namespace VksServerless.Workbooks.Reading;

/// <summary>A cell as its sheet writes it.</summary>
/// <param name="Type">As the attribute t says; null: a number.</param>
/// <param name="Value">Null: there is none.</param>
/// <param name="Style">Its number among the styles.</param>
internal readonly record struct RawCell(string? Type, string? Value, int Style, bool HasFormula)
{
    /// <summary>Only formatted.</summary>
    public bool IsBlank => Value is null && !HasFormula;
}
