using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>Bản công bố: frozen, numbered, correctable only by a new one.</summary>
/// <param name="Sequence">Within the cycle, from 1.</param>
/// <param name="Digest">SHA-256 of <paramref name="Report"/> as it was submitted for approval.</param>
/// <param name="Corrects">The publication that this one corrects; null for the first.</param>
public sealed record Publication(
    PublicationNumber Number,
    int Sequence,
    DateTimeOffset PublishedAt,
    Sha256 Digest,
    IReadOnlyList<Approval> Approvals,
    PublishedCorrection? Corrects,
    SectorReport Report);

/// <summary>Đính chính: what a publication corrects, why, and what has changed.</summary>
public sealed record PublishedCorrection(
    PublicationNumber Number, string Reason, IReadOnlyList<FigureChange> Figures, IReadOnlyList<SourceChange> Sources)
{
    /// <summary>Listed rows that are not as they were, in reading order.</summary>
    public IReadOnlyList<RowsChange> Rows { get; init; } = [];

    /// <summary>Units that are not judged as they were: on-time, late, missing or exempt.</summary>
    public IReadOnlyList<VerdictChange> Verdicts { get; init; } = [];

    /// <summary>Sections for which the centre now writes something else.</summary>
    public IReadOnlyList<TextChange> Texts { get; init; } = [];

    /// <summary>What else is not as it was; null: nothing, or a publication that did not say so.</summary>
    public IReadOnlyList<OtherChange>? Others { get; init; }

    /// <summary>What has been handed out with the cycle since.</summary>
    public IReadOnlyList<CycleDocument> Documents { get; init; } = [];

    /// <summary>Opinions that have another reply now, one where there was none, or none any more.</summary>
    public IReadOnlyList<ReplyChange> Replies { get; init; } = [];
}

/// <summary>A figure of the sector that is not as it was; texts as in the published page, options and columns by their codes.</summary>
public sealed record FigureChange(FieldCode Field, string Before, string After)
{
    /// <summary>Of a table: the group of rows, as <c>Figure.Rows</c> names it; null: the whole figure.</summary>
    public string? Group { get; init; }
}

/// <summary>What a unit's rows of a table lost and gained; a row that was altered is in both.</summary>
public sealed record RowsChange(
    FieldCode Field, UnitCode Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Before, IReadOnlyList<IReadOnlyDictionary<string,
    string>> After);

/// <summary>A unit whose accepted version is another one; null: none.</summary>
public sealed record SourceChange(UnitCode Unit, int? Before, int? After);

/// <summary>A unit whose report is judged otherwise; empty: it did not take part.</summary>
public sealed record VerdictChange(UnitCode Unit, string Before, string After);

/// <summary>What the centre wrote for a section; empty: nothing.</summary>
public sealed record TextChange(string Section, string Before, string After);

/// <summary>What the centre replies to an opinion; null: nothing.</summary>
public sealed record ReplyChange(Opinion Opinion, OpinionReply? Before, OpinionReply? After);

/// <summary>Parts of a report whose changes are named and not listed.</summary>
public enum OtherChange
{
    /// <summary>Beside the preceding period, which may itself have been corrected.</summary>
    Comparison,

    /// <summary>Giải trình.</summary>
    Explanations,

    /// <summary>Điều chỉnh khi tổng hợp.</summary>
    Adjustments,
}

/// <summary>What the register of publications keeps of each.</summary>
public sealed record PublicationEntry(
    CycleId Cycle, PublicationNumber Number, int Sequence, DateTimeOffset At, Sha256 Digest, IReadOnlyList<Approval> Approvals,
    Correction? Correction)
{
    /// <summary>When it was published here, of a document of the past, which keeps its own day; null: it was made here.</summary>
    public DateTimeOffset? ImportedAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset PublishedHereAt => ImportedAt ?? At;

    /// <summary>Whether it is this that is corrected: numbers begin again each year, so the correction itself may have the same.</summary>
    public bool IsCorrectedBy(Correction correction) => Number == correction.Of && Correction != correction;
}
