using System.Globalization;

namespace VksServerless.Forms.Expressions;

/// <summary>
/// Builds the tree by the grammar in README.md, one method a rule. At the first fault it jumps to the end of the text, so that
/// everything under way winds up; what is found wrong after that is not told.
/// </summary>
internal sealed partial class Parser(IReadOnlyList<Token> tokens, IScope scope)
{
    public const int MaxNodes = 300;
    public const int MaxDepth = 40;

    private int _next;
    private int _nodes;
    private int _depth;

    public Refusal? Fault { get; private set; }

    public Reads Reads { get; } = new();

    private Token Here => tokens[_next];

    public Node Whole()
    {
        var whole = Either();
        if (Here.Kind != TokenKind.End)
        {
            Expected("phép tính hoặc hết biểu thức");
        }

        return whole.Kind == Kind.Number || whole.Kind == Kind.Truth
            ? whole
            : Fail(whole.At, "wrong-type", $"cả biểu thức phải cho một số hoặc một điều kiện, không phải {whole.Kind.Called}");
    }

    private Node Either() => Chain(Both, ["or"], (_, left, right) => new Node.Or(Demand(Kind.Truth, left), Demand(Kind.Truth, right)));

    private Node Both() => Chain(Negated, ["and"], (_, left, right) => new Node.And(Demand(Kind.Truth, left), Demand(Kind.Truth, right)));

    private Node Negated() =>
        Here.Column is var at && Take("not") ? Built(at, new Node.Not(Demand(Kind.Truth, Nested(Negated)))) : Compared();

    private Node Compared()
    {
        var left = Sum();
        if (TakeAny("=", "<>", "<", "<=", ">", ">=") is not { } sign)
        {
            return left;
        }

        var compared = Built(left.At, Comparison(sign, left, Sum()));
        return Here.Text is "=" or "<>" or "<" or "<=" or ">" or ">=" && Here.Kind == TokenKind.Sign
            ? Fail(Here.Column, "syntax", "không nối tiếp hai phép so sánh; hãy dùng and")
            : compared;
    }

    private Node Sum() => Chain(Product, ["+", "-"], Arithmetic);

    private Node Product() => Chain(Signed, ["*", "/"], Arithmetic);

    private Node Signed() =>
        Here.Column is var at && Take("-") ? Built(at, new Node.Minus(Demand(Kind.Number, Nested(Signed)))) : Operand();

    private Node Operand()
    {
        var token = Here;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _next++;
                return Built(
                    token.Column, new Node.Literal(Kind.Number, Value.Of(decimal.Parse(token.Text, CultureInfo.InvariantCulture))));
            case TokenKind.Option:
                _next++;
                return Built(
                    token.Column, new Node.Literal(new Kind.Chosen(new HashSet<string> { token.Text }), new Value.Option(token.Text)));
            case TokenKind.Name:
                _next++;
                return Named(token);
            case TokenKind.Word when TakeAny("true", "false") is { } truth:
                return Built(token.Column, new Node.Literal(Kind.Truth, Value.Of(truth == "true")));
            case TokenKind.Word when Functions.Contains(token.Text):
                _next++;
                return Built(token.Column, Nested(() => Call(token)));
            default:
                return Take("(") ? Nested(Either, ")") : Expected("số, tên chỉ tiêu, hàm hoặc dấu “(”");
        }
    }

    private Node.Arithmetic Arithmetic(string sign, Node left, Node right) =>
        new(sign, Demand(Kind.Number, left), Demand(Kind.Number, right));

    private Node Chain(Func<Node> part, string[] signs, Func<string, Node, Node, Node> join)
    {
        var left = part();
        while (TakeAny(signs) is { } sign)
        {
            left = Built(left.At, join(sign, left, part()));
        }

        return left;
    }

    /// <summary>Only what encloses can nest without end: chains are loops, and their length is that of the text.</summary>
    private Node Nested(Func<Node> part, string? close = null)
    {
        if (++_depth > MaxDepth)
        {
            return Fail(Here.Column, "too-complex", $"lồng quá {MaxDepth} cấp");
        }

        var inner = part();
        _depth--;
        if (close is not null)
        {
            Close(close);
        }

        return inner;
    }
}
