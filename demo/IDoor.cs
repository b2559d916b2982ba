using VksServerless.Server.Access;

namespace VksServerless.Demo;

/// <summary>The system that the demo is played on, with a clock that the demo moves.</summary>
internal interface IDoor : IAsyncDisposable
{
    /// <summary>Of the API, without <c>api/</c>.</summary>
    Uri Address { get; }

    TimeProvider Clock { get; }

    string TokenFor(SamplePerson person);

    /// <summary>Moves the clock on, and everything is done at its time.</summary>
    Task PlayTo(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>Until nothing is left to be done while the clock stands still.</summary>
    Task WhenQuiet(CancellationToken cancellation);

    /// <summary>Writes the mails of a cycle as files, under names that tell of whom and of what they are where that is known.</summary>
    /// <returns>How many were delivered.</returns>
    Task<int> CopyMails(string cycle, DirectoryInfo target, CancellationToken cancellation);

    /// <summary>How often the cycle was looked at or a step of it was done.</summary>
    Task<int> StepsOf(string cycle, CancellationToken cancellation);

    /// <summary>What was asked of the services below, as <c>operations.json</c>, where the door counts it.</summary>
    Task WriteOperations(DirectoryInfo target, CancellationToken cancellation);
}
