using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>One version of a report as it was handed in: never changed afterwards.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Sha256">Of the content: 64 lower-case hexadecimal digits.</param>
/// <param name="OnTime">The verdict on the unit's report, as <see cref="Verdict"/> gives it.</param>
/// <param name="Key">
/// Of the request that handed it in: repeated, however late, the request gets this version's receipt.
/// </param>
public sealed record SubmittedVersion(
    int Number, DateTimeOffset At, Sha256 Sha256, bool OnTime, PersonId ByPerson, string ByName, string? Key = null)
{
    /// <summary>As many digits as a receipt's number has for it.</summary>
    public const int Most = 999;

    /// <summary>Whether a machine client wrote it: then <see cref="ByName"/> is the software's.</summary>
    public bool BySoftware { get; init; }

    /// <summary>Người ký duyệt; null where no signature is demanded.</summary>
    public Signature? SignedBy { get; init; }

    /// <summary>When the first version came in that the unit did not take back; null: it is this one.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>When the centre entered it, of a cycle of the past; null: the unit handed it in here.</summary>
    public DateTimeOffset? ImportedAt { get; init; }
}

/// <summary>Biên nhận: given only after the report is durably stored; anyone can hold it against the content.</summary>
/// <param name="Number">Unique: BN-cycle-unit-version.</param>
/// <param name="BySoftware">Whether <paramref name="SubmittedBy"/> is a software, not a person.</param>
/// <param name="SignedBy">The signature as it is shown; null where none is demanded.</param>
public sealed record Receipt(
    string Number, CycleId Cycle, UnitCode Unit, int Version, DateTimeOffset At, Sha256 Sha256, bool OnTime, string SubmittedBy,
    bool BySoftware, string? SignedBy)
{
    /// <summary>When the first version came in, if it was an earlier one: a late answer to a return is shown with both instants.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>When the centre entered it, of a cycle of the past; null: the unit handed it in here.</summary>
    public DateTimeOffset? ImportedAt { get; init; }

    public static Receipt For(CycleId cycle, UnitCode unit, SubmittedVersion version) => new(
        NumberOf(cycle, unit, version.Number), cycle, unit, version.Number, version.At, version.Sha256, version.OnTime, version.ByName,
        version.BySoftware, version.SignedBy?.Text)
    {
        FirstReceivedAt = version.FirstReceivedAt,
        ImportedAt = version.ImportedAt,
    };

    public static string NumberOf(CycleId cycle, UnitCode unit, int version) => $"BN-{cycle}-{unit}-{version:000}";
}
