namespace VksServerless.Application.People;

/// <summary>What somebody sent when the session had ended: kept until the same person has signed in again and sends it on.</summary>
public interface IHeldForms
{
    /// <summary>In place of what was held of this person before.</summary>
    Task Hold(PersonId person, HeldForm form, CancellationToken cancellation);

    Task<HeldForm?> Find(PersonId person, CancellationToken cancellation);

    Task Drop(PersonId person, CancellationToken cancellation);
}

/// <param name="Action">Where it was sent.</param>
/// <param name="Values">By the name of each input what was posted.</param>
public sealed record HeldForm(string Action, IReadOnlyDictionary<string, IReadOnlyList<string>> Values, DateTimeOffset At)
{
    /// <summary>Characters of names and values of a form that is held, at most. Its files are not held.</summary>
    public const int MostCharacters = 250_000;
}
