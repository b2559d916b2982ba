using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Application.Events;

/// <summary>Who listens to what, in one place: the bus is provisioned and the server delivers by it.</summary>
public static class Subscriptions
{
    public const string Topic = "reporting";

    /// <summary>Recomputes totals.</summary>
    public const string Totals = "totals";

    /// <summary>Writes mails.</summary>
    public const string Notices = "notices";

    /// <summary>Wakes workflows.</summary>
    public const string Cycles = "cycles";

    /// <summary>Lays what accepted reports say of difficulties on the desk.</summary>
    public const string Difficulties = "difficulties";

    /// <summary>
    /// The subjects that each subscription takes (correlation filters): those of its events, and what it is to get again.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Totals] = [nameof(NodeChanged), Again(Totals)],
        [Notices] =
        [
            nameof(UnitObliged), nameof(ReportPresented), nameof(ReportSentBack), nameof(ReportSubmitted), nameof(ReportWithdrawn),
            nameof(ReportReturned), nameof(ReturnTakenBack), nameof(ReportAccepted), nameof(ReportInspected), nameof(UnitExempted),
            nameof(ExemptionRevoked), nameof(AdjustmentsFallen),
            nameof(DeadlineExtended), nameof(ReminderDue), nameof(ReportLaidBefore), nameof(CycleCancelled), nameof(CyclePublished),
            nameof(MilestoneDue), nameof(SectorReportRefused), nameof(UnitsTakenOver), nameof(DifficultyRaised),
            nameof(DifficultyAssigned), nameof(DifficultyAnswered), nameof(DifficultyClosed), nameof(DifficultyReopened),
            Again(Notices),
        ],
        [Cycles] = [nameof(SectorTotalChanged), nameof(CycleChanged), Again(Cycles)],
        [Difficulties] = [nameof(ReportAccepted), Again(Difficulties)],
    };

    /// <summary>The subject of a message that has failed at this subscription: no other is to get it a second time.</summary>
    public static string Again(string subscription) => $"again.{subscription}";
}
