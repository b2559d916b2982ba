using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Web.Api.Reports;

/// <param name="State">owed, submitted, withdrawn, returned, accepted or exempt.</param>
/// <param name="OnTime">Null while the report is missing: nothing has come in, or what came in was returned or taken back.</param>
/// <param name="DueAt">The deadline that judges.</param>
/// <param name="ReceivedAt">When the first version came in that the unit did not take back.</param>
/// <param name="LateAt">When the version came in that made the report late; null: it is not late.</param>
/// <param name="MayHandInUntil">Given to this unit alone, also after the closing; null: nothing was.</param>
/// <param name="Withdrawn">Who took it back and why; null: it is not taken back.</param>
/// <param name="ReturnTakenBack">Who last took a return back, so that the report stands as it does; null: nobody.</param>
/// <param name="ExemptionRevoked">That it was exempt by mistake; null: it was not.</param>
public sealed record ObligationView(
    UnitCode Unit, string Name, UnitCode Superior, Tier Tier, string State, int Versions, int Returns, bool? OnTime,
    DateTimeOffset DueAt, DateTimeOffset ClosesAt, DateTimeOffset? ReceivedAt, ReturnView? Returned, string? ExemptBecause,
    DateTimeOffset? LateAt, DateTimeOffset? MayHandInUntil, WithdrawalView? Withdrawn, RevokedExemption? ExemptionRevoked,
    AcceptanceView? Accepted, ReturnTakenBackView? ReturnTakenBack)
{
    public static ObligationView Of(Obligation obligation, Roster roster) => new(
        obligation.Unit,
        roster.NameOf(obligation.Unit),
        obligation.Superior,
        obligation.Tier,
        obligation.State.Name,
        obligation.Versions,
        obligation.Returns,
        obligation.OnTime,
        obligation.DueAt,
        obligation.ClosesAt,
        obligation.FirstReceivedAt,
        obligation.State is ReportState.Returned returned
            ? new ReturnView(returned.Version, returned.At, returned.By, returned.Reason, returned.Fields, returned.AnswerBy)
            : null,
        (obligation.State as ReportState.Exempt)?.Reason,
        obligation.Verdict.LateAt,
        obligation.IsAccepted ? null : obligation.ReopenedUntil,
        obligation.State is ReportState.Withdrawn withdrawn ? new WithdrawalView(withdrawn.At, withdrawn.By, withdrawn.Reason) : null,
        (obligation.State as ReportState.Owed)?.Revoked,
        obligation.State is ReportState.Accepted accepted
            ? new AcceptanceView(accepted.Version, accepted.At, accepted.By, accepted.InsteadBecause)
            : null,
        obligation.State.RestoredBy is { } restored ? new ReturnTakenBackView(restored.At, restored.Name) : null);
}

/// <param name="Reason">Why the centre accepted it in the place of a superior that has not ended; null: it did not.</param>
public sealed record AcceptanceView(int Version, DateTimeOffset At, string By, string? Reason);

/// <param name="AnswerBy">The limit for the answer; null in returns that earlier versions wrote.</param>
public sealed record ReturnView(
    int Version, DateTimeOffset At, string By, string Reason, IReadOnlyList<FieldCode> Fields, DateTimeOffset? AnswerBy);

public sealed record ReturnTakenBackView(DateTimeOffset At, string By);

public sealed record WithdrawalView(DateTimeOffset At, string? By, string? Reason);

/// <param name="Subordinates">For a superior: the totals of its accepted subordinates, with which its own report is prefilled.</param>
/// <param name="Signing">Null where the head need not sign.</param>
/// <param name="Open">After a return that names fields: the codes that may be changed, the others being locked; null: all may.</param>
public sealed record ReportView(
    ObligationView Obligation, TotalView? Subordinates, SigningView? Signing, IReadOnlyList<FieldCode>? Open = null);

/// <param name="Figures">By field code.</param>
public sealed record TotalView(UnitCode Node, string Name, Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures)
{
    public static TotalView Of(NodeTotal total, Roster roster) =>
        new(total.Node, roster.NameOf(total.Node), total.Completeness, total.Figures);
}

/// <param name="BySoftware">Whether a software handed it in.</param>
/// <param name="SignedBy">Người ký duyệt; null where no signature is demanded.</param>
/// <param name="ImportedAt">When the centre entered it, of a cycle of the past; null: the unit handed it in here.</param>
public sealed record VersionView(
    int Number, DateTimeOffset At, string Sha256, bool OnTime, string SubmittedBy, string Receipt, bool BySoftware, string? SignedBy,
    DateTimeOffset? ImportedAt)
{
    public static VersionView Of(CycleId cycle, UnitCode unit, SubmittedVersion version) => new(
        version.Number, version.At, version.Sha256.ToString(), version.OnTime, version.ByName,
        VksServerless.Reports.Receipt.NumberOf(cycle, unit, version.Number),
        version.BySoftware, version.SignedBy?.Text, version.ImportedAt);
}

/// <param name="Verdict">on-time or late.</param>
/// <param name="BySoftware">Whether a software handed it in.</param>
/// <param name="SignedBy">Người ký duyệt; null where no signature is demanded.</param>
/// <param name="FirstReceivedAt">When the first version came in, where it was an earlier one that was returned.</param>
/// <param name="ImportedAt">As in <see cref="VersionView"/>.</param>
public sealed record ReceiptView(
    string Number, CycleId Cycle, UnitCode Unit, int Version, DateTimeOffset At, string Sha256, string Verdict, string SubmittedBy,
    bool BySoftware, string? SignedBy, DateTimeOffset? FirstReceivedAt, DateTimeOffset? ImportedAt)
{
    private ReceiptView(Receipt receipt)
        : this(
            receipt.Number, receipt.Cycle, receipt.Unit, receipt.Version, receipt.At, receipt.Sha256.ToString(),
            receipt.OnTime ? "on-time" : "late", receipt.SubmittedBy,
            receipt.BySoftware, receipt.SignedBy, receipt.FirstReceivedAt, receipt.ImportedAt)
    {
    }

    public static ReceiptView Of(Receipt receipt) => new(receipt);
}

public sealed record AttachmentView(
    string Id, string FileName, string MediaType, long Length, string Sha256, DateTimeOffset At, string AttachedBy)
{
    public static AttachmentView Of(Attachment file) =>
        new(file.Id, file.FileName, file.MediaType, file.Length, file.Sha256.ToString(), file.At, file.ByName);
}

/// <summary>One accepted version with everything that its SHA-256 was taken of: a line of the accepted reports of a cycle.</summary>
public sealed record AcceptedView(
    UnitCode Unit, string Name, UnitCode Superior, Tier Tier, int Version, string Sha256, bool OnTime, JsonElement Answers,
    IReadOnlyList<Adjustment> Adjustments,
    IReadOnlyList<ExplanationView> Explanations, bool Nil,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? AdjustedOn)
{
    public static AcceptedView Of(Obligation obligation, AcceptedContent accepted, Roster roster)
    {
        using var written = JsonDocument.Parse(ReportJson.Write(accepted.Content));
        return new AcceptedView(
            obligation.Unit, roster.NameOf(obligation.Unit), obligation.Superior, obligation.Tier, accepted.Version,
            accepted.Sha256.ToString(),
            obligation.OnTime ?? false, written.RootElement.GetProperty("answers").Clone(), accepted.Content.Adjustments,
            [.. accepted.Content.Explanations.Select(given => new ExplanationView(given.Rule, given.Text, given.Of))],
            accepted.Content.Nil,
            accepted.Content.AdjustedOn);
    }
}
