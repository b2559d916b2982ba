using System.Globalization;

namespace VksServerless.Forms.Expressions;

/// <summary>
/// Writes an expression as a formula of a spreadsheet. What is blank is an error value within it (NA), which spreads as blanks do here, and
/// is shown as an empty text in the end. Null: there is no such formula.
/// </summary>
internal sealed class SpreadsheetFormula(ISpreadsheetNames names)
{
    /// <summary>Excel takes 8192 characters and 64 levels.</summary>
    private const int MostLength = 8000;
    private const int MostLevels = 60;
    private const string Blank = "NA()";

    private readonly SpreadsheetRows _rows = new(names);

    /// <param name="scale">Decimal places of the field that it is calculated for.</param>
    public string? Whole(Node node, int scale)
    {
        var formula = node.Kind == Kind.Number
            ? With("IFERROR(ROUND({0}," + scale.ToString(CultureInfo.InvariantCulture) + "),\"\")", node)
            : With($"IFERROR(IF({{0}},{Quoted(names.Yes)},{Quoted(names.No)}),\"\")", node);
        return formula is { Length: <= MostLength } && LevelsOf(formula) <= MostLevels ? formula : null;
    }

    /// <summary>A text within a formula.</summary>
    internal static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string? Of(Node node) => node switch
    {
        Node.Literal { Value: Value.Number number } => Written(number.Amount),
        Node.Literal { Value: Value.Truth truth } => truth.Holds ? "TRUE" : "FALSE",
        Node.Field field => OfField(field),
        Node.Arithmetic both => With("({0}" + both.Sign + "{1})", both.Left, both.Right),
        Node.Comparison both => OfComparison(both),
        Node.And both => With(
            "IF(OR(IFERROR(NOT({0}),FALSE),IFERROR(NOT({1}),FALSE)),FALSE,AND({0},{1}))", both.Left, both.Right),
        Node.Or both => With("IF(OR(IFERROR({0},FALSE),IFERROR({1},FALSE)),TRUE,OR({0},{1}))", both.Left, both.Right),
        Node.Not not => With("NOT({0})", not.Condition),
        Node.Minus minus => With("(-{0})", minus.Number),
        Calls.If choice => With("IF({0},{1},{2})", choice.Condition, choice.Then, choice.Else),
        Calls.Coalesce both => With("IFERROR({0},{1})", both.First, both.Second),
        Calls.Blank { Part: Node.Field { Kind: var kind, Name: var name } } when kind != Kind.Number && kind != Kind.Truth =>
            names.CellOf(name) is { } cell ? IsBlank(cell) : "TRUE",
        Calls.Blank blank => With("ISERROR({0})", blank.Part),
        Calls.Abs abs => With("ABS({0})", abs.Number),
        Calls.Round round => With("ROUND({0}," + round.Places.ToString(CultureInfo.InvariantCulture) + ")", round.Number),
        Calls.Holding holding => Sum([.. holding.Conditions.Select(condition => With("IF(IFERROR({0},FALSE),1,0)", condition))]),
        Calls.Counted counted => _rows.Count(counted),
        Calls.OverRows over => _rows.Over(over),
        Calls.Elsewhere { Function: "previous" } before => names.Previous(before.Code) is { } known ? Written(known) : Blank,
        _ => null,
    };

    private string? OfField(Node.Field field) => (field.Kind, names.CellOf(field.Name)) switch
    {
        (_, null) => Blank,
        (var kind, { } cell) when kind == Kind.Number => $"IF(ISNUMBER({cell}),{cell},{Blank})",
        (var kind, { } cell) when kind == Kind.Truth =>
            $"IF({cell}={Quoted(names.Yes)},TRUE,IF({cell}={Quoted(names.No)},FALSE,{Blank}))",
        _ => null,
    };

    private string? OfComparison(Node.Comparison both) => (both.Left, both.Right) switch
    {
        (Node.Field { Kind: Kind.Chosen } field, Node.Literal { Value: Value.Option option }) => OfOption(field, both.Sign, option),
        (Node.Literal { Value: Value.Option option }, Node.Field { Kind: Kind.Chosen } field) => OfOption(field, both.Sign, option),
        ({ Kind: Kind.Chosen }, _) or (_, { Kind: Kind.Chosen }) => null,
        _ => With("({0}" + both.Sign + "{1})", both.Left, both.Right),
    };

    private string OfOption(Node.Field field, string sign, Value.Option option) => names.CellOf(field.Name) is { } cell
        ? $"IF({IsBlank(cell)},{Blank},{cell}{sign}{Quoted(names.OptionOf(field.Name, option.Code))})"
        : Blank;

    private string IsBlank(string cell) => $"OR({cell}=\"\",{cell}={Quoted(names.NotApplicable)})";

    private string? With(string template, params ReadOnlySpan<Node> parts)
    {
        var written = new string[parts.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            if (Of(parts[at]) is not { Length: <= MostLength } part)
            {
                return null;
            }

            written[at] = part;
        }

        return string.Format(CultureInfo.InvariantCulture, template, written);
    }

    private static string? Sum(IReadOnlyList<string?> parts) => parts.Any(part => part is null) ? null : $"({string.Join('+', parts)})";

    private static string Written(decimal number) =>
        number < 0 ? $"({number.ToString(CultureInfo.InvariantCulture)})" : number.ToString(CultureInfo.InvariantCulture);

    private static int LevelsOf(string formula)
    {
        var (level, most) = (0, 0);
        foreach (var sign in formula)
        {
            level += sign switch { '(' => 1, ')' => -1, _ => 0 };
            most = Math.Max(most, level);
        }

        return most;
    }
}
