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
/// <param name="OnTime">Null while nothing has been received.</param>
public sealed record ObligationView(
    UnitCode Unit, string Name, UnitCode Superior, Tier Tier, string State, int Versions, int Returns, bool? OnTime,
    DateTimeOffset DueAt, DateTimeOffset ClosesAt, DateTimeOffset? ReceivedAt, ReturnView? Returned, string? ExemptBecause)
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
            ? new ReturnView(returned.Version, returned.At, returned.By, returned.Reason, returned.Fields)
            : null,
        (obligation.State as ReportState.Exempt)?.Reason);
}

public sealed record ReturnView(int Version, DateTimeOffset At, string By, string Reason, IReadOnlyList<FieldCode> Fields);

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
public sealed record VersionView(
    int Number, DateTimeOffset At, string Sha256, bool OnTime, string SubmittedBy, string Receipt, bool BySoftware, string? SignedBy)
{
    public static VersionView Of(CycleId cycle, UnitCode unit, SubmittedVersion version) => new(
        version.Number, version.At, version.Sha256.ToString(), version.OnTime, version.ByName,
        VksServerless.Reports.Receipt.NumberOf(cycle, unit, version.Number),
        version.BySoftware, version.SignedBy?.Text);
}

/// <param name="Verdict">on-time or late.</param>
/// <param name="BySoftware">Whether a software handed it in.</param>
/// <param name="SignedBy">Người ký duyệt; null where no signature is demanded.</param>
public sealed record ReceiptView(
    string Number, CycleId Cycle, UnitCode Unit, int Version, DateTimeOffset At, string Sha256, string Verdict, string SubmittedBy,
    bool BySoftware, string? SignedBy)
{
    private ReceiptView(Receipt receipt)
        : this(
            receipt.Number, receipt.Cycle, receipt.Unit, receipt.Version, receipt.At, receipt.Sha256.ToString(),
            receipt.OnTime ? "on-time" : "late", receipt.SubmittedBy,
            receipt.BySoftware, receipt.SignedBy)
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
    IReadOnlyList<ExplanationView> Explanations, bool Nil)
{
    public static AcceptedView Of(Obligation obligation, AcceptedContent accepted, Roster roster)
    {
        using var written = JsonDocument.Parse(ReportJson.Write(accepted.Content));
        return new AcceptedView(
            obligation.Unit, roster.NameOf(obligation.Unit), obligation.Superior, obligation.Tier, accepted.Version,
            accepted.Sha256.ToString(),
            obligation.OnTime ?? false, written.RootElement.GetProperty("answers").Clone(), accepted.Content.Adjustments,
            [.. accepted.Content.Explanations.Select(given => new ExplanationView(given.Rule, given.Text, given.Of))],
            accepted.Content.Nil);
    }
}
