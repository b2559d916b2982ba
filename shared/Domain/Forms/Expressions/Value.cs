namespace VksServerless.Forms.Expressions;

/// <summary>What an answer or an expression is worth.</summary>
public abstract record Value
{
    private static readonly Value _yes = new Truth(true);
    private static readonly Value _no = new Truth(false);

    private Value()
    {
    }

    /// <summary>Unanswered, not applicable, or not to be known.</summary>
    public static Value Blank { get; } = new Nothing();

    /// <summary>An answer that is there, but not one to compute with: text, a date, files.</summary>
    public static Value Other { get; } = new Something();

    public bool IsBlank => this is Nothing;

    /// <summary>Null when blank, or not a number.</summary>
    public decimal? AsNumber => (this as Number)?.Amount;

    /// <summary>Null when unknown, or not a truth.</summary>
    public bool? AsTruth => (this as Truth)?.Holds;

    public static Value Of(decimal? amount) => amount is { } known ? new Number(known) : Blank;

    public static Value Of(bool? truth) => truth is { } known ? known ? _yes : _no : Blank;

    public sealed record Number(decimal Amount) : Value;

    public sealed record Truth(bool Holds) : Value;

    /// <param name="Code">Of the option that was chosen.</param>
    public sealed record Option(string Code) : Value;

    private sealed record Nothing : Value;

    private sealed record Something : Value;
}
