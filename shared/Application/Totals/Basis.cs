namespace VksServerless.Application.Totals;

/// <summary>What counts of each unit: its accepted report or the one handed in, and as of which instant.</summary>
/// <param name="AsOf">Null: now.</param>
public sealed record Basis(bool Submitted, DateTimeOffset? AsOf)
{
    /// <summary>What others compare with: what is accepted or, while a publication is being corrected, what was published.</summary>
    public static Basis Standing { get; } = new(Submitted: false, AsOf: null) { Published = true };

    public bool Published { get; private init; }

    public bool IsNow => !Submitted && AsOf is null;
}
