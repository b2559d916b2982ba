using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

/// <summary>A form with a field of every kind, as expressions see it.</summary>
internal sealed class AForm : IScope
{
    public static readonly string[] Numbers = ["ton_dau", "moi", "giai_quyet", "ton_cuoi", "ty_le"];
    public static readonly string[] Truths = ["da_ky", "ban_hanh"];
    public static readonly string[] States = ["chua", "dang", "xong"];
    public static readonly string[] Directions = ["giu", "nang_cap", "thay"];

    public static readonly IReadOnlyDictionary<string, Symbol> Columns = new Dictionary<string, Symbol>
    {
        ["ten"] = new Symbol.Other(),
        ["nguoi_dung"] = new Symbol.Number(),
        ["chi_phi"] = new Symbol.Number(),
        ["dung"] = new Symbol.Truth(),
        ["huong"] = new Symbol.Choice(Directions),
    };

    private static readonly Dictionary<string, Symbol> _fields = new()
    {
        ["ton_dau"] = new Symbol.Number(IsAdded: true),
        ["moi"] = new Symbol.Number(IsAdded: true),
        ["giai_quyet"] = new Symbol.Number(IsAdded: true),
        ["ton_cuoi"] = new Symbol.Number(IsAdded: true),
        ["ty_le"] = new Symbol.Number(),
        ["da_ky"] = new Symbol.Truth(),
        ["ban_hanh"] = new Symbol.Truth(),
        ["trang_thai"] = new Symbol.Choice(States),
        ["ghi_chu"] = new Symbol.Other(),
        ["phan_mem"] = new Symbol.Table(Columns),
    };

    public static Expression Reads(string text) => Expression.Parse(text, new AForm()) is { Refused: false } outcome
        ? outcome.Value
        : throw new ArgumentException($"{text}: {Expression.Parse(text, new AForm()).Refusal!.Detail}", nameof(text));

    public Symbol? Find(string name) => _fields.GetValueOrDefault(name);
}
