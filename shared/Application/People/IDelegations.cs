using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.People;

/// <summary>Where delegations are kept, for ever.</summary>
public interface IDelegations
{
    /// <summary>
    /// All of a unit's, in the order in which they were given, with the ETag of the whole register; it is empty before the first.
    /// </summary>
    Task<Versioned<IReadOnlyList<Delegation>>> Of(UnitCode unit, CancellationToken cancellation);

    /// <summary>Stores a new delegation, or the change of one.</summary>
    /// <param name="etag">Of the register as it was read.</param>
    /// <returns>False when the register has changed since it was read: read again and decide again.</returns>
    Task<bool> Enter(Delegation delegation, ETag etag, CancellationToken cancellation);
}
