namespace VksServerless.Forms.Expressions;

/// <summary>What the functions of the language yield.</summary>
internal static class Calls
{
    public sealed record If(Kind Kind, Node Condition, Node Then, Node Else) : Node(Kind)
    {
        public override IEnumerable<Node> Parts => [Condition, Then, Else];

        public override Value In(Frame frame) => Condition.In(frame).AsTruth switch
        {
            true => Then.In(frame),
            false => Else.In(frame),
            null => Value.Blank,
        };
    }

    public sealed record Coalesce(Kind Kind, Node First, Node Second) : Node(Kind)
    {
        public override IEnumerable<Node> Parts => [First, Second];

        /// <summary>Who left it blank brings the constant to its own figure; the rest changes with the first.</summary>
        public override Slopes Slopes => Second.Constant is null ? base.Slopes : First.Slopes;

        public override Value In(Frame frame) => First.In(frame) is { IsBlank: false } known ? known : Second.In(frame);
    }

    public sealed record Blank(Node Part) : Node(Kind.Truth)
    {
        public override IEnumerable<Node> Parts => [Part];

        public override Value In(Frame frame) => Value.Of(Part.In(frame).IsBlank);
    }

    public sealed record Abs(Node Number) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => [Number];

        public override Value In(Frame frame) => Value.Of(Number.In(frame).AsNumber is { } number ? Math.Abs(number) : null);
    }

    public sealed record Round(Node Number, int Places) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => [Number];

        public override Value In(Frame frame) =>
            Value.Of(Number.In(frame).AsNumber is { } number ? decimal.Round(number, Places, MidpointRounding.AwayFromZero) : null);
    }

    /// <summary>How many hold; one that is unknown does not.</summary>
    public sealed record Holding(IReadOnlyList<Node> Conditions) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => Conditions;

        public override Value In(Frame frame) => Value.Of((decimal)Conditions.Count(condition => condition.In(frame).AsTruth == true));
    }

    public sealed record Counted(string Table, Node? Where) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => Where is null ? [] : [Where];

        public override Value In(Frame frame) => Value.Of((decimal)frame.Rows(Table, Where).Count());
    }

    public sealed record OverRows(string Function, string Table, Node Column, Node? Where) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => Where is null ? [Column] : [Column, Where];

        public override Value In(Frame frame)
        {
            var amounts = frame.Rows(Table, Where).Select(row => Column.In(row).AsNumber).OfType<decimal>();
            return Value.Of(Function switch
            {
                "sum" => amounts.Aggregate((decimal?)0, (sum, amount) => Exactly.Add(sum, amount)),
                "min" => amounts.Min(amount => (decimal?)amount),
                _ => amounts.Max(amount => (decimal?)amount),
            });
        }
    }

    public sealed record OverBelow(string Function, string Code) : Node(Kind.Number)
    {
        public override Value In(Frame frame)
        {
            var below = frame.Figures.Below(Code);
            return Value.Of(Function switch
            {
                "sum" => below?.Sum ?? 0,
                "count" => below?.Count ?? 0,
                "min" => below?.Min,
                _ => below?.Max,
            });
        }
    }

    /// <summary>A figure of the same unit that stands in other reports.</summary>
    public sealed record Elsewhere(string Function, string Code) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => Function == "peer_score" ? [new Node.Field(Kind.Number, Code)] : [];

        public override Value In(Frame frame) => Value.Of(Function switch
        {
            "previous" => frame.Figures.Previous(Code),
            "parts" => frame.Figures.Parts(Code),
            _ => frame.Figures.PeerScore(Code),
        });
    }

    private static IEnumerable<Frame> Rows(this Frame frame, string table, Node? where) => frame.Figures.Rows(table)
        .Select(row => frame with { Row = row })
        .Where(row => where is null || where.In(row).AsTruth == true);
}
