namespace VksServerless.Forms.Expressions;

internal sealed partial class Parser
{
    /// <summary>Of the table whose rows a condition is about; null outside.</summary>
    private IReadOnlyDictionary<string, Symbol>? _columns;

    private Node Named(Token name)
    {
        if (_columns?.GetValueOrDefault(name.Text) is { } column)
        {
            return Kind.Of(column) is { } kind ? Built(name.Column, new Node.Cell(kind, name.Text)) : Unknown(name);
        }

        if (Kind.Of(scope.Find(name.Text)) is not { } found)
        {
            return scope.Find(name.Text) is Symbol.Table
                ? Fail(name.Column, "wrong-type", $"“{Short(name.Text)}” là bảng; chỉ dùng được trong sum, count, min, max")
                : Unknown(name);
        }

        Reads.Fields.Add(name.Text);
        return Built(name.Column, new Node.Field(found, name.Text));
    }

    private Node Column()
    {
        Close(".");
        return Here is { Kind: TokenKind.Name } name && Skip()
            ? _columns!.ContainsKey(name.Text) ? Named(name) : Unknown(name)
            : Expected("tên cột của bảng");
    }

    private Node Added(Token field, string function) => scope.Find(field.Text) is Symbol.Number { IsAdded: true }
        ? new Calls.OverBelow(function, field.Text)
        : Fail(field.Column, "wrong-type", $"chỉ tiêu “{Short(field.Text)}” không được tổng hợp từ cấp dưới");

    /// <summary>The name of a numeric field of the form, never of a column.</summary>
    private Token? Figure()
    {
        var name = Here;
        Node? fault = name.Kind != TokenKind.Name ? Expected("tên chỉ tiêu") : scope.Find(name.Text) switch
        {
            Symbol.Number => null,
            null => Unknown(name),
            _ => Fail(name.Column, "wrong-type", $"chỉ tiêu “{Short(name.Text)}” không phải là số"),
        };
        return fault is null && Skip() ? name : null;
    }

    private Node Unknown(Token name) => Fail(name.Column, "unknown-name", $"không có chỉ tiêu hoặc cột “{Short(name.Text)}”");
}
