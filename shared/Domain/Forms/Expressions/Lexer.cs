using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace VksServerless.Forms.Expressions;

/// <summary>Cuts the text into tokens, the last of which is the end.</summary>
internal static partial class Lexer
{
    public const int MaxLength = 2000;

    /// <summary>What a decimal always holds.</summary>
    public const int MaxDigits = 28;

    public static FrozenSet<string> Reserved { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "abs", "and", "below", "blank", "coalesce", "count", "false", "if", "max", "min", "not", "or", "parts",
        "peer_score", "previous", "round", "sum", "true", "where");

    public static Outcome<IReadOnlyList<Token>> Read(string text)
    {
        if (text.Length > MaxLength)
        {
            return ExpressionRefusals.At(MaxLength + 1, "too-long", $"biểu thức dài {text.Length} ký tự, tối đa {MaxLength}");
        }

        var tokens = new List<Token>();
        var match = Next().Match(text);
        var end = 0;
        for (; match.Success && match.Length > 0; match = match.NextMatch())
        {
            var token = Of(match);
            if (token.Kind == TokenKind.Number && token.Text.Count(char.IsAsciiDigit) > MaxDigits)
            {
                return ExpressionRefusals.At(token.Column, "too-long", $"số có quá {MaxDigits} chữ số");
            }

            tokens.Add(token);
            end = match.Index + match.Length;
        }

        end += text.AsSpan(end).Length - text.AsSpan(end).TrimStart().Length;
        if (end < text.Length)
        {
            return ExpressionRefusals.At(end + 1, "syntax", Unreadable(text, end));
        }

        tokens.Add(new Token(TokenKind.End, "", end + 1));
        return tokens;
    }

    private static Token Of(Match match)
    {
        var group = match.Groups.Values.Skip(1).First(group => group.Success);
        var kind = group.Name switch
        {
            "number" => TokenKind.Number,
            "option" => TokenKind.Option,
            "sign" => TokenKind.Sign,
            _ when Reserved.Contains(group.Value) => TokenKind.Word,
            _ => TokenKind.Name,
        };
        return new Token(kind, group.Value, group.Index + (kind == TokenKind.Option ? 0 : 1));
    }

    private static string Unreadable(string text, int at) => text[at] switch
    {
        '\'' => "lựa chọn phải nằm giữa hai dấu nháy đơn, ví dụ 'tot'",
        _ when Rune.TryGetRuneAt(text, at, out var rune)
            && (Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)) =>
            $"không dùng được ký tự “{rune}”; tên chỉ gồm chữ thường không dấu, chữ số và dấu gạch dưới",
        var character => $"không dùng được ký tự U+{(int)character:X4}",
    };

    [GeneratedRegex(
        @"\G\s*(?:(?<number>[0-9]+(?:\.[0-9]+)?)|(?<name>[a-z][a-z0-9_]*)|'(?<option>[^'\p{C}]*)'|(?<sign><=|>=|<>|[-+*/=<>(),.]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Next();
}
