namespace VksServerless.Forms.Expressions;

/// <summary>Writes what an expression asks of the rows of a table, as far as a spreadsheet can count it column by column.</summary>
internal sealed class SpreadsheetRows(ISpreadsheetNames names)
{
    public string? Count(Calls.Counted counted)
    {
        if (IsRow(counted.Table) is not { } row)
        {
            return "0";
        }

        return counted.Where is null ? $"SUMPRODUCT(1*{row})"
            : Condition(counted.Table, counted.Where) is { } condition ? $"SUMPRODUCT({row}*{condition})"
            : null;
    }

    public string? Over(Calls.OverRows over)
    {
        if (over.Column is not Node.Cell column)
        {
            return null;
        }

        return (over.Function, over.Where, names.RangeOf(over.Table, column.Name)) switch
        {
            ("sum", _, null) => "0",
            (_, _, null) => "NA()",
            ("sum", null, { } range) => $"SUM({range})",
            ("sum", { } where, { } range) =>
                Condition(over.Table, where) is { } condition ? $"SUMPRODUCT(1*{condition},{range})" : null,
            (var function, null, { } range) => $"IF(COUNT({range})=0,NA(),{(function == "min" ? "MIN" : "MAX")}({range}))",
            _ => null,
        };
    }

    private string? IsRow(string table) => names.RangesOf(table) is { Count: > 0 } ranges
        ? $"(({string.Join('+', ranges.Select(range => $"({range}<>\"\")"))})>0)"
        : null;

    /// <summary>For each row whether a condition certainly holds.</summary>
    private string? Condition(string table, Node node) => node switch
    {
        Node.Cell cell when cell.Kind == Kind.Truth => Is(table, cell, names.Yes),
        Node.Not { Condition: Node.Cell cell } when cell.Kind == Kind.Truth => Is(table, cell, names.No),
        Node.Comparison { Sign: "=", Left: Node.Cell cell, Right: Node.Literal { Value: Value.Option option } } =>
            Is(table, cell, names.OptionOf(table, cell.Name, option.Code)),
        Node.Comparison { Sign: "<>", Left: Node.Cell cell, Right: Node.Literal { Value: Value.Option option } }
            when names.RangeOf(table, cell.Name) is { } range =>
            $"(({range}<>\"\")*({range}<>{SpreadsheetFormula.Quoted(names.OptionOf(table, cell.Name, option.Code))}))",
        Node.And both => Both("({0}*{1})", table, both.Left, both.Right),
        Node.Or both => Both("(({0}+{1})>0)", table, both.Left, both.Right),
        Calls.Blank { Part: Node.Cell cell } when names.RangeOf(table, cell.Name) is { } range => $"({range}=\"\")",
        Node.Not { Condition: Calls.Blank { Part: Node.Cell cell } } when names.RangeOf(table, cell.Name) is { } range =>
            $"({range}<>\"\")",
        _ => null,
    };

    private string? Is(string table, Node.Cell cell, string text) =>
        names.RangeOf(table, cell.Name) is { } range ? $"({range}={SpreadsheetFormula.Quoted(text)})" : null;

    private string? Both(string template, string table, Node left, Node right) =>
        Condition(table, left) is { } one && Condition(table, right) is { } other
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, template, one, other)
            : null;
}
