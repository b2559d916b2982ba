namespace VksServerless.Application.Totals;

/// <summary>What counts of each unit: its accepted report or the one handed in, and as of which instant.</summary>
/// <param name="AsOf">Null: now.</param>
public sealed record Basis(bool Submitted, DateTimeOffset? AsOf)
{
    public bool IsNow => !Submitted && AsOf is null;
}
