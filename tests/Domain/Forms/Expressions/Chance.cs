using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

/// <summary>Random answers, the far ends of decimal among them.</summary>
internal static class Chance
{
    private static readonly decimal[] _amounts =
    [
        0, 1, 2, 3, 5, 10, 40, -1, -7, 0.5m, 1.5m, -2.5m, 2.675m, 0.1m, 100, 1_000_000_000_000_000m, 1e-28m, -1e-28m, 3e-15m,
        0.9999999999999999999999999999m,
        decimal.MaxValue, decimal.MinValue, decimal.MaxValue - 1, decimal.MaxValue / 2, 7922816251426433759354395033.5m,
        -12345678901234.5678901234567m,
    ];

    public static Answered Answers(Tape tape) => new()
    {
        Fields = AForm.Numbers.Select(code => (Code: code, Plain: (object?)Amount(tape)))
            .Concat(AForm.Truths.Select(code => (Code: code, Plain: tape.Of<object?>(null, true, false))))
            .Append((Code: "trang_thai", Plain: tape.Of<object?>([null, .. AForm.States])))
            .Append((Code: "ghi_chu", Plain: tape.Of<object?>(null, 'x')))
            .ToDictionary(answer => answer.Code, answer => answer.Plain),
        Before = Amounts(tape),
        Months = Amounts(tape),
        Scores = Amounts(tape),
        Subordinate = AForm.Numbers.Where(_ => tape.Next(2) == 0).ToDictionary(
            code => code, _ => new SubordinateFigures(tape.Of(_amounts), tape.Next(40), tape.Of(_amounts), tape.Of(_amounts))),
        Table = [.. Enumerable.Range(0, tape.Next(5)).Select(_ => new Dictionary<string, object?>
        {
            ["ten"] = tape.Of<object?>(null, 'x'),
            ["nguoi_dung"] = Amount(tape),
            ["chi_phi"] = Amount(tape),
            ["dung"] = tape.Of<object?>(null, true, false),
            ["huong"] = tape.Of<object?>([null, .. AForm.Directions]),
        })],
    };

    private static Dictionary<string, decimal?> Amounts(Tape tape) => AForm.Numbers.ToDictionary(code => code, _ => Amount(tape));

    private static decimal? Amount(Tape tape) => tape.OneIn(5) ? null : tape.Of(_amounts);
}
