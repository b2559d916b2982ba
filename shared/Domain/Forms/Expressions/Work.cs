namespace VksServerless.Forms.Expressions;

/// <summary>How much an expression costs at most each time a report is checked: parts evaluated, those over rows once a row.</summary>
internal static class Work
{
    /// <param name="rows">How many rows a table takes.</param>
    public static long Of(Node node, Func<string, int> rows) => 1 + node switch
    {
        Node.Arithmetic both => Of(both.Left, rows) + Of(both.Right, rows),
        Node.Comparison both => Of(both.Left, rows) + Of(both.Right, rows),
        Node.And both => Of(both.Left, rows) + Of(both.Right, rows),
        Node.Or both => Of(both.Left, rows) + Of(both.Right, rows),
        Node.Not not => Of(not.Condition, rows),
        Node.Minus minus => Of(minus.Number, rows),
        Calls.If choice => Of(choice.Condition, rows) + Of(choice.Then, rows) + Of(choice.Else, rows),
        Calls.Coalesce both => Of(both.First, rows) + Of(both.Second, rows),
        Calls.Blank blank => Of(blank.Part, rows),
        Calls.Abs abs => Of(abs.Number, rows),
        Calls.Round round => Of(round.Number, rows),
        Calls.Holding holding => holding.Conditions.Sum(condition => Of(condition, rows)),
        Calls.Counted counted => rows(counted.Table) * (1 + OfPart(counted.Where, rows)),
        Calls.OverRows over => rows(over.Table) * (1 + Of(over.Column, rows) + OfPart(over.Where, rows)),
        _ => 0,
    };

    private static long OfPart(Node? node, Func<string, int> rows) => node is null ? 0 : Of(node, rows);
}
