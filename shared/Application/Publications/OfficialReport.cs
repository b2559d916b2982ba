using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Báo cáo trình ký: a sector report before it has a number, or as it was published.</summary>
public sealed record OfficialReport(SectorReport Report)
{
    /// <summary>Null: left blank for the signing.</summary>
    public PublicationNumber? Number { get; init; }

    /// <summary>Gives the document its day; null: left blank for the signing.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>What it corrects; null: nothing.</summary>
    public PublishedCorrection? Corrects { get; init; }

    public static OfficialReport Of(Publication publication) => new(publication.Report)
    {
        Number = publication.Number,
        PublishedAt = publication.PublishedAt,
        Corrects = publication.Corrects,
    };
}
