using Microsoft.AspNetCore.Http;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Functions.Access;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>Opens the report that a request names, for those who may.</summary>
public sealed class ReportAccess(ReportDesk desk) : IOperation
{
    public Task<Outcome<OpenReport>> Read(HttpRequest request, string cycle, string unit, CancellationToken cancellation) =>
        Open(cycle, unit, open => Permission.ReadsReport(request.Caller(), open.Obligation.Unit, open.Roster), cancellation);

    public Task<Outcome<OpenReport>> Write(HttpRequest request, string cycle, string unit, CancellationToken cancellation) =>
        Open(cycle, unit, open => Permission.WritesReport(request.Caller(), open.Obligation.Unit), cancellation);

    public Task<Outcome<OpenReport>> Judge(HttpRequest request, string cycle, string unit, CancellationToken cancellation) =>
        Open(cycle, unit, open => Permission.JudgesReport(request.Caller(), open.Obligation.Superior), cancellation);

    private async Task<Outcome<OpenReport>> Open(string cycle, string unit, Func<OpenReport, bool> permits, CancellationToken cancellation)
    {
        if (!CycleId.TryParse(cycle, out var id))
        {
            return CycleRefusals.Unknown(cycle);
        }

        if (!UnitCode.TryParse(unit, out var code))
        {
            return DirectoryRefusals.UnitUnknown(unit);
        }

        var open = await desk.Open(id, code, cancellation);
        return open.Then(report => permits(report) ? report : (Outcome<OpenReport>)AccessRefusals.NotPermitted);
    }
}
