namespace VksServerless.Forms.Expressions;

/// <summary>What the form computes or demands of its own figures: read, typed, and of bounded cost. The language is in README.md.</summary>
public sealed class Expression
{
    private readonly Node _tree;
    private readonly Reads _reads;

    private Expression(string text, Node tree, Reads reads) => (Text, _tree, _reads) = (text, tree, reads);

    /// <summary>No field that an expression names, and no column, can be called so.</summary>
    public static IReadOnlySet<string> Reserved => Lexer.Reserved;

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public ExpressionType Type => _tree.Kind == Kind.Number ? ExpressionType.Number : ExpressionType.Truth;

    /// <summary>The unit's own fields, tables among them, that must be known before it can be evaluated.</summary>
    public IReadOnlySet<string> Fields => _reads.Fields;

    public bool ReadsPrevious => _reads.Previous;

    public bool ReadsParts => _reads.Parts;

    public bool ReadsPeers => _reads.Peers;

    public bool ReadsBelow => _reads.Below;

    /// <summary>
    /// How much it changes for each one more of a field that it reads. Null: that depends, and the sum over many units does not follow
    /// from the sums of the fields.
    /// </summary>
    public IReadOnlyDictionary<string, decimal?> Slopes => _tree.Slopes.ByField;

    internal long Work(Func<string, int> rows) => Expressions.Work.Of(_tree, rows);

    /// <returns>Refused as expression-invalid with one error at "column n", the first fault in the text.</returns>
    public static Outcome<Expression> Parse(string text, IScope scope) => Lexer.Read(text).Then<Expression>(tokens =>
    {
        var parser = new Parser(tokens, scope);
        var tree = parser.Whole();
        return parser.Fault is { } fault ? fault : new Expression(text, tree, parser.Reads);
    });

    /// <summary>A value of its type without trailing zeros, or blank. Never throws, unless the figures do.</summary>
    public Value Evaluate(IFigures figures) => _tree.In(new Frame(figures)) switch
    {
        Value.Number number => Value.Of(Exact.Normalise(number.Amount)),
        var value => value,
    };

    /// <summary>The same as a formula of Excel and LibreOffice that shows an empty text where this is blank.</summary>
    /// <param name="scale">To how many decimal places a number is rounded, half away from zero.</param>
    /// <returns>Null when a spreadsheet cannot calculate it: it reads other units' figures, or goes beyond what a formula may be.</returns>
    public string? ToSpreadsheet(ISpreadsheetNames names, int scale) => new SpreadsheetFormula(names).Whole(_tree, scale);

    public override string ToString() => Text;
}

public enum ExpressionType
{
    Number,

    /// <summary>A condition: true, false, or unknown.</summary>
    Truth,
}
