using VksServerless.Reports;

namespace VksServerless.Publications;

/// <summary>What was handed out with the cycle. With its hash it is on record which draft the opinions are about.</summary>
public sealed record CycleDocument(DocumentKind Kind, string FileName, Sha256 Sha256, DateTimeOffset At)
{
    /// <summary>First to last.</summary>
    public static IReadOnlyList<CycleDocument> Of(IEnumerable<Attachment> files) =>
    [
        .. files.OrderBy(file => file.At).ThenBy(file => file.Id, StringComparer.Ordinal)
            .Select(file => new CycleDocument(file.Kind ?? DocumentKind.Other, file.FileName, file.Sha256, file.At)),
    ];
}
