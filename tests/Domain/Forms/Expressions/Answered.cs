using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

using Row = Dictionary<string, object?>;

/// <summary>What a unit answered, in plain values: decimal, bool, the code of an option, or null.</summary>
internal sealed class Answered : IFigures
{
    public Row Fields { get; init; } = [];

    public IReadOnlyList<Row> Table { get; init; } = [];

    public Dictionary<string, decimal?> Before { get; init; } = [];

    public Dictionary<string, decimal?> Months { get; init; } = [];

    public Dictionary<string, decimal?> Scores { get; init; } = [];

    public Dictionary<string, SubordinateFigures> Subordinate { get; init; } = [];

    public int Questions { get; private set; }

    public Value Of(string field)
    {
        Questions++;
        return Told(Fields.GetValueOrDefault(field));
    }

    public IReadOnlyList<IReadOnlyDictionary<string, Value>> Rows(string table)
    {
        Questions++;
        return [.. Table.Select(row => row.ToDictionary(cell => cell.Key, cell => Told(cell.Value)))];
    }

    public decimal? Previous(string field) => Before.GetValueOrDefault(field);

    public decimal? Parts(string field) => Months.GetValueOrDefault(field);

    public decimal? PeerScore(string field) => Scores.GetValueOrDefault(field);

    public SubordinateFigures? Below(string field) => Subordinate.GetValueOrDefault(field);

    public static Value Told(object? plain) => plain switch
    {
        decimal amount => Value.Of(amount),
        int amount => Value.Of((decimal)amount),
        bool truth => Value.Of(truth),
        string code => new Value.Option(code),
        null => Value.Blank,
        _ => Value.Other,
    };
}
