namespace VksServerless.Forms.Expressions;

/// <summary>A part of an expression that has been checked: it yields its kind or blank, whatever the figures are.</summary>
internal abstract record Node(Kind Kind)
{
    /// <summary>Where it begins in the text.</summary>
    public int At { get; init; }

    public abstract Value In(Frame frame);

    /// <summary>What it is made of.</summary>
    public virtual IEnumerable<Node> Parts => [];

    /// <summary>How it changes with the fields that it reads.</summary>
    public virtual Slopes Slopes => Slopes.Bent(Parts);

    /// <summary>The number that it is at every unit; null where it is none or reads anything.</summary>
    public virtual decimal? Constant => null;

    public sealed record Literal(Kind Kind, Value Value) : Node(Kind)
    {
        public override decimal? Constant => Value.AsNumber;

        public override Value In(Frame frame) => Value;
    }

    public sealed record Field(Kind Kind, string Name) : Node(Kind)
    {
        public override Slopes Slopes => Slopes.Of(Name);

        public override Value In(Frame frame) => Kind.Fit(frame.Figures.Of(Name));
    }

    /// <summary>Of the row that is being looked at.</summary>
    public sealed record Cell(Kind Kind, string Name) : Node(Kind)
    {
        public override Value In(Frame frame) => Kind.Fit(frame.Row?.GetValueOrDefault(Name) ?? Value.Blank);
    }

    public sealed record Arithmetic(string Sign, Node Left, Node Right) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => [Left, Right];

        public override decimal? Constant => Of(Left.Constant, Right.Constant);

        public override Slopes Slopes => (Sign, Left.Constant, Right.Constant) switch
        {
            ("+", _, _) => Left.Slopes.Add(Right.Slopes),
            ("-", _, _) => Left.Slopes.Add(Right.Slopes.Times(-1)),
            ("*", { } factor, _) => Right.Slopes.Times(factor),
            ("*", _, { } factor) => Left.Slopes.Times(factor),
            ("/", _, not (null or 0) and var divisor) => Left.Slopes.Times(1 / divisor.Value),
            _ => base.Slopes,
        };

        public override Value In(Frame frame) => Value.Of(Of(Left.In(frame).AsNumber, Right.In(frame).AsNumber));

        private decimal? Of(decimal? left, decimal? right) => Sign switch
        {
            "+" => Exactly.Add(left, right),
            "-" => Exactly.Subtract(left, right),
            "*" => Exactly.Multiply(left, right),
            _ => Exactly.Divide(left, right),
        };
    }

    public sealed record Comparison(string Sign, Node Left, Node Right) : Node(Kind.Truth)
    {
        public override IEnumerable<Node> Parts => [Left, Right];

        public override Value In(Frame frame) => (Left.In(frame), Right.In(frame)) switch
        {
            ({ IsBlank: true }, _) or (_, { IsBlank: true }) => Value.Blank,
            (Value.Number left, Value.Number right) => Value.Of(Holds(left.Amount.CompareTo(right.Amount))),
            var (left, right) => Value.Of(Holds(left == right ? 0 : 1)),
        };

        private bool Holds(int order) => Sign switch
        {
            "=" => order == 0,
            "<>" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    public sealed record And(Node Left, Node Right) : Node(Kind.Truth)
    {
        public override IEnumerable<Node> Parts => [Left, Right];

        // On bool? the operator is Kleene's: false and unknown is false.
        public override Value In(Frame frame) => Value.Of(Left.In(frame).AsTruth & Right.In(frame).AsTruth);
    }

    public sealed record Or(Node Left, Node Right) : Node(Kind.Truth)
    {
        public override IEnumerable<Node> Parts => [Left, Right];

        public override Value In(Frame frame) => Value.Of(Left.In(frame).AsTruth | Right.In(frame).AsTruth);
    }

    public sealed record Not(Node Condition) : Node(Kind.Truth)
    {
        public override IEnumerable<Node> Parts => [Condition];

        public override Value In(Frame frame) => Value.Of(!Condition.In(frame).AsTruth);
    }

    public sealed record Minus(Node Number) : Node(Kind.Number)
    {
        public override IEnumerable<Node> Parts => [Number];

        public override Slopes Slopes => Number.Slopes.Times(-1);

        public override decimal? Constant => -Number.Constant;

        public override Value In(Frame frame) => Value.Of(-Number.In(frame).AsNumber);
    }
}

/// <param name="Row">That a condition on rows is asked of.</param>
internal readonly record struct Frame(IFigures Figures, IReadOnlyDictionary<string, Value>? Row = null);
