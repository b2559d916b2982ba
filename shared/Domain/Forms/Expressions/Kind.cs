namespace VksServerless.Forms.Expressions;

/// <summary>What a part of an expression yields.</summary>
internal abstract record Kind(string Called)
{
    public static Kind Number { get; } = new Numeric();

    public static Kind Truth { get; } = new Logical();

    public static Kind Other { get; } = new Opaque();

    /// <returns>Null when it can be no part of an expression by itself.</returns>
    public static Kind? Of(Symbol? symbol) => symbol switch
    {
        Symbol.Number => Number,
        Symbol.Truth => Truth,
        Symbol.Choice choice => new Chosen(choice.Options.ToHashSet(StringComparer.Ordinal)),
        Symbol.Other => Other,
        _ => null,
    };

    /// <summary>Answers outlive the form they were given to: what no longer fits its field is blank.</summary>
    public abstract Value Fit(Value value);

    private sealed record Numeric() : Kind("số")
    {
        public override Value Fit(Value value) => value is Value.Number ? value : Value.Blank;
    }

    private sealed record Logical() : Kind("điều kiện")
    {
        public override Value Fit(Value value) => value is Value.Truth ? value : Value.Blank;
    }

    /// <param name="Codes">That it can take; a literal takes one.</param>
    public sealed record Chosen(IReadOnlySet<string> Codes) : Kind("lựa chọn")
    {
        public override Value Fit(Value value) => value is Value.Option ? value : Value.Blank;
    }

    private sealed record Opaque() : Kind("nội dung không tính toán được")
    {
        public override Value Fit(Value value) => value;
    }
}
