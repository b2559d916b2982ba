namespace VksServerless.Forms.Expressions;

/// <param name="Text">As written; of an option what stands between the quotes.</param>
/// <param name="Column">Of its first character, from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Column)
{
    public bool Is(string wordOrSign) => Kind is TokenKind.Word or TokenKind.Sign && Text == wordOrSign;
}

internal enum TokenKind
{
    Number,
    Name,
    Word,
    Option,
    Sign,
    End,
}
