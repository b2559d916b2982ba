using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.Units;

/// <summary>Replaces the directory or applies a dated change to it, or says what either would change.</summary>
public sealed class KeepDirectory(IDirectoryStore directories, TimeProvider clock) : IUseCase
{
    /// <summary>What is on record of the units' changes outlives every file.</summary>
    /// <param name="read">Of the directory that the new one was compared with.</param>
    /// <param name="dryRun">Nothing is written.</param>
    public async Task<Outcome<KeptDirectory>> Replace(
        IReadOnlyList<UnitLine> lines, ETag read, bool dryRun, CancellationToken cancellation)
    {
        var built = UnitDirectory.Build(lines);
        if (built.Refusal is { } refusal)
        {
            return refusal;
        }

        var (before, newest) = await directories.Read(cancellation);
        return newest != read ? DirectoryRefusals.Stale
            : await Keep(before, built.Value.Keeping(before.Changes), read, dryRun, cancellation);
    }

    /// <param name="read">Of the directory that the change was made for.</param>
    /// <param name="dryRun">Nothing is written.</param>
    public async Task<Outcome<KeptDirectory>> Change(
        DirectoryChangeFile change, ETag read, bool dryRun, Caller by, CancellationToken cancellation)
    {
        if (Reason.Check(change.Reason) is { } missing)
        {
            return missing;
        }

        var (before, newest) = await directories.Read(cancellation);
        return newest.IsNone || newest != read
            ? DirectoryRefusals.Stale
            : await Keep(before, change.ApplyTo(before, by.Name, clock.GetUtcNow()), read, dryRun, cancellation);
    }

    private async Task<Outcome<KeptDirectory>> Keep(
        UnitDirectory before, Outcome<UnitDirectory> next, ETag read, bool dryRun, CancellationToken cancellation)
    {
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }

        var difference = DirectoryDifference.Between(before, next.Value);
        return dryRun ? new KeptDirectory(next.Value, difference, read)
            : await directories.Replace(next.Value, read, cancellation) is { } etag ? new KeptDirectory(next.Value, difference, etag)
            : DirectoryRefusals.Stale;
    }
}

/// <summary>The directory as it is, or would be, and what is different about it.</summary>
/// <param name="ETag">Of the newest directory: after a dry run still the one before.</param>
public sealed record KeptDirectory(UnitDirectory Directory, DirectoryDifference Difference, ETag ETag);
