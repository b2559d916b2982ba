namespace VksServerless.Tests.Forms.Expressions;

/// <summary>An expression that was never parsed: how it is written, and what it is worth by the reference.</summary>
/// <param name="Strength">Of its operator, 1 (or) to 8 (stands alone); what is weaker than its place needs parentheses.</param>
internal sealed record Piece<T>(int Strength, Func<Scribe, string> Written, Func<Answered, Dictionary<string, object?>?, T> Worth);

/// <summary>Writes pieces, with as many parentheses and blanks too many as the tape says.</summary>
internal sealed class Scribe(Tape whims)
{
    public string Put<T>(Piece<T> piece, int needed = 1) =>
        piece.Strength < needed || whims.OneIn(4) ? $"({Gap}{piece.Written(this)}{Gap})" : piece.Written(this);

    /// <summary>Between tokens that hold without one.</summary>
    public string Gap => whims.Next(8) switch { 5 => " ", 6 => "\t", 7 => " \n ", _ => "" };
}
