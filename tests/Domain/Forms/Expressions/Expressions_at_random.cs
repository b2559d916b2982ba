using System.Globalization;
using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

public class Expressions_at_random
{
    private static readonly byte[] _plainly = [];

    [Fact]
    public void Are_worth_what_the_reference_says() => Law.Holds<byte[], byte[]>((choices, answers) =>
    {
        var unit = Chance.Answers(new Tape(answers));
        var phrases = new Phrases(new Tape([.. choices.Take(80)]));

        var number = phrases.Number(5);
        AForm.Reads(Text(number)).Evaluate(unit).AsNumber.ShouldBe(number.Worth(unit, null), Text(number));
        var truth = phrases.Truth(5);
        AForm.Reads(Text(truth)).Evaluate(unit)
            .AsTruth.ShouldBe(truth.Worth(unit, null) switch { 0 => false, 2 => true, _ => null }, Text(truth));
    });

    [Fact]
    public void Are_worth_the_same_with_parentheses_and_blanks_too_many() => Law.Holds<byte[], byte[], byte[]>((choices, whims, answers) =>
    {
        var truth = new Phrases(new Tape([.. choices.Take(60)])).Truth(5);
        var unit = Chance.Answers(new Tape(answers));

        AForm.Reads(Text(truth, whims)).Evaluate(unit).ShouldBe(AForm.Reads(Text(truth)).Evaluate(unit));
    });

    [Fact]
    public void Yield_their_type_or_blank_even_where_the_answers_no_longer_fit_the_form() => Law.Holds<byte[], byte[]>((choices, answers) =>
    {
        var phrases = new Phrases(new Tape([.. choices.Take(80)]));
        var unit = new Anything(new Tape(answers));

        AForm.Reads(Text(phrases.Number(5))).Evaluate(unit)
            .ShouldSatisfyAllConditions(value => (value.IsBlank || value is Value.Number).ShouldBeTrue());
        AForm.Reads(Text(phrases.Truth(5))).Evaluate(unit)
            .ShouldSatisfyAllConditions(value => (value.IsBlank || value is Value.Truth).ShouldBeTrue());
    });

    [Fact]
    public void Of_any_characters_are_read_or_refused_at_a_place_of_the_text() => Law.Holds<string?>(text => ReadOrRefused(text ?? ""));

    [Fact]
    public void Of_any_tokens_are_read_or_refused_at_a_place_of_the_text() => Law.Holds<byte[]>(choices =>
    {
        string[] words =
        [
            .. Expression.Reserved, .. AForm.Numbers, .. AForm.Truths, .. AForm.Columns.Keys, "trang_thai", "ghi_chu", "phan_mem",
            "khong_co", "'xong'", "'x'",
            "1", "2.5", "10", ".", ",", ",", "(", "(", "(", ")", ")", ")", "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "'", "Đ",
            "\0", "\ud800",
        ];
        ReadOrRefused(string.Join(" ", choices.Select(choice => words[choice % words.Length])));
    });

    [Fact]
    public void With_a_piece_cut_out_or_put_elsewhere_are_read_or_refused_at_a_place_of_the_text() =>
        Law.Holds<byte[], byte[]>((choices, cuts) =>
    {
        var text = Text(new Phrases(new Tape([.. choices.Take(60)])).Truth(4));
        var cut = new Tape(cuts);
        var from = cut.Next(text.Length);
        var piece = text.Substring(from, cut.Next(text.Length - from + 1));
        var rest = text.Remove(from, piece.Length);

        ReadOrRefused(rest);
        ReadOrRefused(rest.Insert(cut.Next(rest.Length + 1), piece));
    });

    private static void ReadOrRefused(string text)
    {
        if (Expression.Parse(text, new AForm()).Refusal is { } refusal)
        {
            var error = refusal.Errors.ShouldHaveSingleItem();
            int.Parse(error.Place["column ".Length..], CultureInfo.InvariantCulture).ShouldBeInRange(1, text.Length + 1);
        }
    }

    private static string Text<T>(Piece<T> piece, byte[]? whims = null) => new Scribe(new Tape(whims ?? _plainly)).Put(piece);

    /// <summary>Answers as the moment takes it, without a look at what the field is.</summary>
    private sealed class Anything(Tape tape) : IFigures
    {
        public Value Of(string field) => Answered.Told(tape.Of<object?>(null, 1m, decimal.MaxValue, true, "xong", 'x'));

        public IReadOnlyList<IReadOnlyDictionary<string, Value>> Rows(string table) =>
            [.. Enumerable.Range(0, tape.Next(4))
                .Select(_ => AForm.Columns.Keys.Where(_ => tape.Next(2) == 0).ToDictionary(code => code, Of))];

        public decimal? Previous(string field) => tape.Of<decimal?>(null, 0, decimal.MinValue);

        public decimal? Parts(string field) => Previous(field);

        public decimal? PeerScore(string field) => Previous(field);

        public SubordinateFigures? Below(string field) => tape.Next(2) == 0 ? null : new(decimal.MaxValue, 1, decimal.MinValue, 0);
    }
}
