namespace VksServerless.Reports;

/// <summary>Tệp đính kèm: stored as it came, never changed.</summary>
/// <param name="Id">32 hexadecimal digits, unique within the report: named after the idempotency key of its upload.</param>
/// <param name="Length">Bytes, up to 100 MB.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record Attachment(string Id, string FileName, string MediaType, long Length, Sha256 Sha256, DateTimeOffset At, string ByName)
{
    /// <summary>Of a document of the cycle: what it is. Null: it is a file of a unit's report.</summary>
    public DocumentKind? Kind { get; init; }

    /// <summary>When the unit took it out of its files again; null: it is among them. Versions that name it keep it.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Whether the other upload announces the same file; sender and time do not matter.</summary>
    public bool IsSameFile(Attachment other) => this == other with { At = At, ByName = ByName, RemovedAt = RemovedAt };
}
