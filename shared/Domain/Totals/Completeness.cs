using VksServerless.Reports;

namespace VksServerless.Totals;

/// <summary>Tình hình nộp báo cáo: how many units were to report and how far they have come.</summary>
/// <param name="Expected">Units that must report: all obligations but the exempt.</param>
/// <param name="Received">Units from which something was received that they did not take back.</param>
/// <param name="OnTime">Of those received.</param>
/// <param name="Late">Of those received.</param>
/// <param name="Accepted">Of those received; only these count in the figures.</param>
public sealed record Completeness(int Expected, int Received, int OnTime, int Late, int Accepted, int Exempt)
{
    public static Completeness None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Expected but not received.</summary>
    public int Missing => Expected - Received;

    public bool IsEveryoneAccepted => Expected > 0 && Accepted == Expected;

    public static Completeness Of(Obligation obligation) => obligation.State is ReportState.Exempt
        ? None with { Exempt = 1 }
        : new Completeness(
            1,
            obligation.OnTime is null ? 0 : 1,
            obligation.OnTime is true ? 1 : 0,
            obligation.OnTime is false ? 1 : 0,
            obligation.IsAccepted ? 1 : 0,
            0);

    public static Completeness operator +(Completeness left, Completeness right) => Add(left, right);

    public static Completeness Add(Completeness left, Completeness right) => new(
        left.Expected + right.Expected,
        left.Received + right.Received,
        left.OnTime + right.OnTime,
        left.Late + right.Late,
        left.Accepted + right.Accepted,
        left.Exempt + right.Exempt);
}
