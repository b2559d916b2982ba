using System.Globalization;

namespace VksServerless.Forms.Expressions;

internal sealed partial class Parser
{
    private static readonly HashSet<string> Functions =
        ["abs", "blank", "coalesce", "count", "if", "max", "min", "parts", "peer_score", "previous", "round", "sum"];

    private Node Call(Token function)
    {
        Close("(");
        var call = function.Text switch
        {
            "if" => If(),
            "abs" => new Calls.Abs(Demand(Kind.Number, Either())),
            "round" => Round(Demand(Kind.Number, Either())),
            "blank" => new Calls.Blank(Either()),
            "coalesce" => Coalesce(Either()),
            "count" => Count(),
            "sum" or "min" or "max" => Over(function.Text),
            _ => Elsewhere(function.Text),
        };
        Close(")");
        return call;
    }

    private Calls.If If()
    {
        var condition = Demand(Kind.Truth, Either());
        var then = NextArgument();
        var otherwise = NextArgument();
        return new Calls.If(Common(then, otherwise), condition, then, otherwise);
    }

    private Calls.Coalesce Coalesce(Node first)
    {
        var second = NextArgument();
        return new Calls.Coalesce(Common(first, second), first, second);
    }

    private Node Round(Node number)
    {
        Close(",");
        var places = Here;
        return places is { Kind: TokenKind.Number, Text: [>= '0' and <= '6'] } && Skip()
            ? new Calls.Round(number, int.Parse(places.Text, CultureInfo.InvariantCulture))
            : Expected("số chữ số thập phân từ 0 đến 6");
    }

    private Node Count()
    {
        if (Here.Is("below"))
        {
            return Over("count");
        }

        if (Here is { Kind: TokenKind.Name } name && scope.Find(name.Text) is Symbol.Table table && _columns?.ContainsKey(name.Text) != true
            && Skip())
        {
            return Rows(name, table, () => null, (_, where) => new Calls.Counted(name.Text, where));
        }

        List<Node> conditions = [Demand(Kind.Truth, Either())];
        while (Take(","))
        {
            conditions.Add(Demand(Kind.Truth, Either()));
        }

        return new Calls.Holding(conditions);
    }

    private Node Over(string function)
    {
        if (Take("below"))
        {
            Close(".");
            Reads.Below = true;
            return Figure() is { } asked ? Added(asked, function) : _broken;
        }

        return Here is { Kind: TokenKind.Name } name && scope.Find(name.Text) is Symbol.Table table && Skip()
            ? Rows(name, table, Column, (column, where) => new Calls.OverRows(function, name.Text, Demand(Kind.Number, column!), where))
            : Expected("bảng.cột hoặc below.chỉ_tiêu");
    }

    private Node Rows(Token name, Symbol.Table table, Func<Node?> column, Func<Node?, Node?, Node> build)
    {
        if (_columns is not null)
        {
            return Fail(name.Column, "too-complex", "điều kiện sau where không được tính trên một bảng khác");
        }

        Reads.Fields.Add(name.Text);
        _columns = table.Columns;
        var over = build(column(), Take("where") ? Demand(Kind.Truth, Either()) : null);
        _columns = null;
        return over;
    }

    private Node Elsewhere(string function)
    {
        var field = Figure();
        Reads.Elsewhere(function, field?.Text);
        return field is { } asked ? new Calls.Elsewhere(function, asked.Text) : _broken;
    }

    private Node NextArgument()
    {
        Close(",");
        return Either();
    }
}
