namespace VksServerless.Forms.Expressions;

internal sealed partial class Parser
{
    private static readonly Node _broken = new Node.Literal(Kind.Other, Value.Blank);

    private Node Demand(Kind kind, Node node) =>
        node.Kind == kind ? node : Fail(node.At, "wrong-type", $"cần một {kind.Called}, nhưng đây là {node.Kind.Called}");

    private Node Comparison(string sign, Node left, Node right) => (left.Kind, right.Kind) switch
    {
        _ when left.Kind == Kind.Other => Fail(left.At, "wrong-type", $"{Kind.Other.Called} chỉ dùng được trong blank(…)"),
        (Kind.Chosen one, Kind.Chosen other) when !one.Codes.IsSubsetOf(other.Codes) && !other.Codes.IsSubsetOf(one.Codes) =>
            NoOption(left, right),
        (Kind.Chosen, Kind.Chosen) or _ when Alike(left.Kind, right.Kind) =>
            left.Kind == Kind.Number || sign is "=" or "<>"
                ? new Node.Comparison(sign, left, right)
                : Fail(left.At, "wrong-type", $"phép so sánh {sign} cần hai số; với {left.Kind.Called} chỉ dùng = hoặc <>"),
        _ => Fail(right.At, "wrong-type", $"không so sánh được {left.Kind.Called} với {right.Kind.Called}"),
    };

    private Node NoOption(Node left, Node right)
    {
        if (left is not Node.Literal && right is not Node.Literal)
        {
            return Fail(right.At, "unknown-option", "hai bên không chung lựa chọn, không bao giờ bằng nhau");
        }

        var (literal, choice) = right is Node.Literal ? (right, left) : (left, right);
        var options = string.Join(
            ", ", ((Kind.Chosen)choice.Kind).Codes.Order(StringComparer.Ordinal).Take(20).Select(code => $"'{code}'"));
        return Fail(literal.At, "unknown-option", $"không có lựa chọn này; có các lựa chọn {options}");
    }

    /// <summary>Two branches of which either may become the result.</summary>
    private Kind Common(Node first, Node second)
    {
        if (!Alike(first.Kind, second.Kind))
        {
            Fail(second.At, "wrong-type", $"cần cùng loại với phần trước là {first.Kind.Called}, nhưng đây là {second.Kind.Called}");
        }

        return (first.Kind, second.Kind) is (Kind.Chosen one, Kind.Chosen other)
            ? new Kind.Chosen(one.Codes.Union(other.Codes).ToHashSet())
            : first.Kind;
    }

    private static bool Alike(Kind left, Kind right) =>
        left != Kind.Other && (left == right || (left is Kind.Chosen && right is Kind.Chosen));

    private Node Built(int column, Node node) =>
        ++_nodes > MaxNodes ? Fail(column, "too-complex", $"biểu thức có quá {MaxNodes} thành phần") : node with { At = column };

    private bool Take(string wordOrSign) => TakeAny(wordOrSign) is not null;

    private bool Skip() => ++_next > 0;

    private string? TakeAny(params ReadOnlySpan<string> wordsOrSigns)
    {
        foreach (var text in wordsOrSigns)
        {
            if (Here.Is(text))
            {
                _next++;
                return text;
            }
        }

        return null;
    }

    private void Close(string sign)
    {
        if (!Take(sign))
        {
            Expected($"dấu “{sign}”");
        }
    }

    private Node Expected(string what) =>
        Fail(Here.Column, "syntax", $"cần {what}, nhưng gặp {(Here.Kind == TokenKind.End ? "hết biểu thức" : $"“{Short(Here.Text)}”")}");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private Node Fail(int column, string rule, string fault)
    {
        Fault ??= ExpressionRefusals.At(column, rule, fault);
        _next = tokens.Count - 1;
        return _broken;
    }
}
