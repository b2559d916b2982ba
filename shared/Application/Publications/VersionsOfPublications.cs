using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Publications;

/// <summary>Reads which versions were published from the list of sources of the newest publication.</summary>
public sealed class VersionsOfPublications(IPublications publications) : IPublishedVersions
{
    public async Task<PublishedVersions?> WhileCorrected(Cycle cycle, CancellationToken cancellation)
    {
        if (cycle.Correcting is not { } correcting)
        {
            return null;
        }

        var entry = (await publications.Of(cycle.Id, cancellation)).Last(publication => publication.IsCorrectedBy(correcting));
        var report = await publications.Report(cycle.Id, entry.Digest, cancellation)
            ?? throw new InvalidDataException($"The published report {entry.Digest} of cycle {cycle.Id} is missing.");
        return new PublishedVersions(entry.PublishedHereAt, report.Manifest
            .Where(source => source is { Version: not null, Sha256: not null })
            .ToDictionary(source => source.Unit, source => new HandedIn(source.Version!.Value, source.Sha256!.Value)));
    }
}
