using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Reports;

/// <summary>Nhập báo cáo của kỳ đã qua.</summary>
public sealed partial record Obligation
{
    /// <summary>
    /// The centre enters what the unit handed in at the time: it is received then, and accepted. Entered again, it replaces what was
    /// entered before, with its verdict.
    /// </summary>
    public Outcome<(Obligation Next, SubmittedVersion Version)> Import(
        Cycle cycle, Sha256 sha256, DateTimeOffset receivedAt, Caller by, DateTimeOffset now) => State switch
        {
            _ when !cycle.IsImported => CycleRefusals.NotImported,
            _ when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
            ReportState.Exempt => ReportRefusals.Exempt,
            _ when receivedAt > now || VietnamTime.DayOf(receivedAt) < cycle.Terms.Period.FirstDay => ReportRefusals.ReceivedAt(cycle),
            _ when Versions >= SubmittedVersion.Most => ReportRefusals.TooManyVersions,
            _ => Imported(sha256, receivedAt, by, now),
        };

    private (Obligation Next, SubmittedVersion Version) Imported(Sha256 sha256, DateTimeOffset receivedAt, Caller by, DateTimeOffset now)
    {
        var number = Versions + 1;
        var next = Next().With(new Timeline(History.FirstDueAt, [new Moment.Received(receivedAt, number)])) with
        {
            State = new ReportState.Accepted(number, receivedAt, by.Name, sha256) { ByPerson = by.Person, ImportedAt = now },
            Versions = number,
        };
        return (next, new SubmittedVersion(number, receivedAt, sha256, next.OnTime is true, by.Person, by.Name) { ImportedAt = now });
    }
}
