using System.Globalization;

namespace VksServerless.Tests.Forms.Expressions;

/// <summary>
/// Random expressions of each kind. A truth is worth 0 when false, 1 when unknown, 2 when true, so that and, or and not are the
/// lesser, the greater and the complement.
/// </summary>
internal sealed class Phrases(Tape tape)
{
    private static readonly string[] _literals =
        [
            "0", "1", "2", "3", "7", "10", "0.5", "0.1", "1.005", "2.50", "100", "1000000000000000", "9999999999999999999999999999",
            "0.000000000000000000000000001"];

    private bool _onRows;

    public Piece<decimal?> Number(int depth) => tape.Next(depth == 0 ? 2 : 13) switch
    {
        0 when tape.Of(_literals) is var text => new(8, _ => text, (_, _) => decimal.Parse(text, CultureInfo.InvariantCulture)),
        1 => NumberNamed(),
        2 => Sum("+", Number(depth - 1), Number(depth - 1), Reference.Add),
        3 => Sum("-", Number(depth - 1), Number(depth - 1), Reference.Subtract),
        4 => Product("*", Number(depth - 1), Number(depth - 1), Reference.Multiply),
        5 => Product("/", Number(depth - 1), Number(depth - 1), Reference.Divide),
        6 when Number(depth - 1) is var inner =>
            new(7, scribe => $"-{scribe.Gap}{scribe.Put(inner, 7)}", (at, row) => Reference.Subtract(0, inner.Worth(at, row))),
        7 when Number(depth - 1) is var inner => new(8, scribe => $"abs{scribe.Gap}({scribe.Put(inner)})", (at, row) =>
            Reference.Compare(inner.Worth(at, row), 0) < 0 ? Reference.Subtract(0, inner.Worth(at, row)) : inner.Worth(at, row)),
        8 when (Number(depth - 1), tape.Next(7)) is var (inner, places) => new(
            8, scribe => $"round({scribe.Put(inner)},{scribe.Gap}{places})", (at, row) => Reference.Round(inner.Worth(at, row), places)),
        9 => Either(Truth(depth - 1), Number(depth - 1), Number(depth - 1)),
        10 => First(Number(depth - 1), Number(depth - 1)),
        11 => Elsewhere(),
        _ => _onRows ? Holding(depth - 1) : tape.Next(2) == 0 ? Holding(depth - 1) : OverRows(depth - 1),
    };

    public Piece<int> Truth(int depth) => tape.Next(depth == 0 ? 2 : 9) switch
    {
        0 when tape.Next(2) is var told => new(8, _ => told == 1 ? "true" : "false", (_, _) => told * 2),
        1 => Named(tape.Of(_onRows ? [.. AForm.Truths, "dung"] : AForm.Truths), plain => plain switch { true => 2, false => 0, _ => 1 }),
        2 => Joined("or", 1, Truth(depth - 1), Truth(depth - 1), Math.Max),
        3 => Joined("and", 2, Truth(depth - 1), Truth(depth - 1), Math.Min),
        4 when Truth(depth - 1) is var inner => new(3, scribe => $"not {scribe.Put(inner, 3)}", (at, row) => 2 - inner.Worth(at, row)),
        5 when (Number(depth - 1), Number(depth - 1), tape.Of("=", "<>", "<", "<=", ">", ">=")) is var (left, right, sign) =>
            Compared(sign, left, right, (a, b) => Reference.Compare(a, b) switch
            {
                null => 1,
                < 0 => sign is "<" or "<=" or "<>" ? 2 : 0,
                0 => sign is "=" or "<=" or ">=" ? 2 : 0,
                > 0 => sign is ">" or ">=" or "<>" ? 2 : 0,
            }),
        6 when tape.Of("=", "<>") is var sign => tape.Next(2) == 0
            ? Compared(sign, Truth(depth - 1), Truth(depth - 1), (a, b) => a == 1 || b == 1 ? 1 : a == b == (sign == "=") ? 2 : 0)
            : Chosen(sign, _onRows && tape.Next(2) == 0),
        7 => Either(Truth(depth - 1), Truth(depth - 1), Truth(depth - 1), 1),
        _ => Blank(depth - 1),
    };

    private Piece<decimal?> NumberNamed() =>
        Named(tape.Of(_onRows ? [.. AForm.Numbers, "nguoi_dung", "chi_phi"] : AForm.Numbers), plain => (decimal?)plain);

    private Piece<int> Blank(int depth) => tape.Next(4) switch
    {
        0 => Blank(Named(_onRows ? "ten" : "ghi_chu", plain => plain), worth => worth is null),
        1 => Blank(Named("trang_thai", plain => plain), worth => worth is null),
        2 => Blank(Number(depth), worth => worth is null),
        _ => Blank(Truth(depth), worth => worth == 1),
    };

    private static Piece<int> Blank<T>(Piece<T> inner, Func<T, bool> isBlank) =>
        new(8, scribe => $"blank({scribe.Gap}{scribe.Put(inner)})", (at, row) => isBlank(inner.Worth(at, row)) ? 2 : 0);

    private Piece<int> Chosen(string sign, bool column)
    {
        var choice = column ? Named("huong", plain => (string?)plain) : Named("trang_thai", plain => (string?)plain);
        var code = tape.Of(column ? AForm.Directions : AForm.States);
        var literal = new Piece<string?>(8, _ => $"'{code}'", (_, _) => code);
        var side = tape.Next(3) switch { 0 => literal, 1 => Either(Truth(0), choice, literal), _ => First(choice, literal) };
        return Compared(sign, choice, side, (a, b) => a is null || b is null ? 1 : a == b == (sign == "=") ? 2 : 0);
    }

    private Piece<decimal?> Elsewhere()
    {
        var code = tape.Of(AForm.Numbers[..4]);
        var (text, worth) = tape.Next(7) switch
        {
            0 => ($"previous({code})", at => at.Before[code]),
            1 => ($"parts({code})", at => at.Months[code]),
            2 => ($"peer_score({code})", at => at.Scores[code]),
            3 => ($"sum(below.{code})", at => at.Below(code)?.Sum ?? 0),
            4 => ($"count(below.{code})", at => at.Below(code)?.Count ?? 0),
            5 => ($"min(below.{code})", at => at.Below(code)?.Min),
            _ => ($"max(below.{code})", (Func<Answered, decimal?>)(at => at.Below(code)?.Max)),
        };
        return new(8, _ => text, (at, _) => worth(at));
    }

    private Piece<decimal?> Holding(int depth)
    {
        var all = Enumerable.Range(0, 1 + tape.Next(3)).Select(_ => Truth(depth)).ToArray();
        return new(
            8, scribe => $"count({string.Join(",", all.Select(one => scribe.Put(one)))})",
            (at, row) => all.Sum(one => one.Worth(at, row) / 2));
    }

    private Piece<decimal?> OverRows(int depth)
    {
        _onRows = true;
        var function = tape.Of("count", "sum", "min", "max");
        var column = tape.Of("nguoi_dung", "chi_phi");
        var where = tape.Next(2) == 0 ? Truth(depth) : null;
        _onRows = false;
        var over = function == "count" ? "phan_mem" : $"phan_mem.{column}";
        return new(8, scribe => $"{function}({over}{(where is null ? "" : $" where {scribe.Put(where)}")})", (at, _) =>
        {
            var rows = at.Table.Where(row => where is null || where.Worth(at, row) == 2).ToArray();
            var amounts = rows.Select(row => (decimal?)row[column]).Where(amount => amount is not null).Order().ToArray();
            return function switch
            {
                "count" => rows.Length,
                "sum" =>
                    rows.Where(row => row[column] is not null)
                        .Aggregate((decimal?)0, (sum, row) => Reference.Add(sum, (decimal?)row[column])),
                "min" => amounts.FirstOrDefault(),
                _ => amounts.LastOrDefault(),
            };
        });
    }

    private static Piece<T> Named<T>(string code, Func<object?, T> read) =>
        new(8, _ => code, (at, row) => read(row?.TryGetValue(code, out var cell) == true ? cell : at.Fields[code]));

    private static Piece<T> Either<T>(Piece<int> condition, Piece<T> yes, Piece<T> no, T? unknown = default) =>
        new(8, scribe => $"if({scribe.Put(condition)},{scribe.Gap}{scribe.Put(yes)},{scribe.Put(no)})", (at, row) =>
            condition.Worth(at, row) is var holds && holds == 1 ? unknown! : holds == 2 ? yes.Worth(at, row) : no.Worth(at, row));

    private static Piece<T> First<T>(Piece<T> first, Piece<T> second) =>
        new(
            8, scribe => $"coalesce({scribe.Put(first)},{scribe.Put(second)})",
            (at, row) => first.Worth(at, row) is { } known ? known : second.Worth(at, row));

    private static Piece<T> Joined<T>(string word, int strength, Piece<T> left, Piece<T> right, Func<T, T, T> join) => new(
        strength, scribe => $"{scribe.Put(left, strength)} {scribe.Gap}{word} {scribe.Put(right, strength + 1)}", (at, row) =>
            join(left.Worth(at, row), right.Worth(at, row)));

    private static Piece<int> Compared<T>(string sign, Piece<T> left, Piece<T> right, Func<T, T, int> holds) => new(
        4, scribe => $"{scribe.Put(left, 5)}{scribe.Gap}{sign}{scribe.Gap}{scribe.Put(right, 5)}", (at, row) =>
            holds(left.Worth(at, row), right.Worth(at, row)));

    private static Piece<decimal?> Sum(string sign, Piece<decimal?> left, Piece<decimal?> right, Func<decimal?, decimal?, decimal?> join) =>
        Infix(sign, 5, left, right, join);

    private static Piece<decimal?> Product(
        string sign, Piece<decimal?> left, Piece<decimal?> right, Func<decimal?, decimal?, decimal?> join) =>
            Infix(sign, 6, left, right, join);

    private static Piece<decimal?> Infix(
        string sign, int strength, Piece<decimal?> left, Piece<decimal?> right, Func<decimal?, decimal?, decimal?> join) => new(
        strength, scribe => $"{scribe.Put(left, strength)}{scribe.Gap}{sign}{scribe.Gap}{scribe.Put(right, strength + 1)}", (at, row) =>
            join(left.Worth(at, row), right.Worth(at, row)));
}
