using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Where it is kept who of the leadership has read which publication; none is ever changed.</summary>
public interface IAcknowledgements
{
    /// <summary>Keeps it, unless the person has acknowledged this publication before.</summary>
    Task Keep(Acknowledgement acknowledgement, CancellationToken cancellation);

    /// <summary>Of one publication, in the order in which they were given.</summary>
    Task<IReadOnlyList<Acknowledgement>> Of(CycleId cycle, int sequence, CancellationToken cancellation);

    /// <summary>All that one person has given.</summary>
    Task<IReadOnlyList<Acknowledgement>> By(PersonId person, CancellationToken cancellation);
}
