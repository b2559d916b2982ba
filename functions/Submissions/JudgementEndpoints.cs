using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>What a superior does with a report that was handed in.</summary>
public sealed class JudgementEndpoints(ReportAccess access, JudgeReport judge)
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    [Function(nameof(AcceptReport))]
    [Operation("Duyệt báo cáo", typeof(ObligationView), Takes = typeof(AcceptBody))]
    public async Task<IResult> AcceptReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "/accept")] HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Judge(request, cycle, unit, cancellation);
        var body = open.Refused ? default : await RequestBody.Read<AcceptBody>(request, cancellation);
        if ((open.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (id, of) = (open.Value.Obligation.Cycle, open.Value.Obligation.Unit);
        return Judged(await judge.Accept(id, of, body.Value.Version, request.Caller(), cancellation), open.Value);
    }

    [Function(nameof(ReturnReport))]
    [Operation("Trả lại báo cáo, có lý do", typeof(ObligationView), Takes = typeof(ReturnBody))]
    public async Task<IResult> ReturnReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Report + "/return")] HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Judge(request, cycle, unit, cancellation);
        var body = open.Refused ? default : await RequestBody.Read<ReturnBody>(request, cancellation);
        if ((open.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (id, of) = (open.Value.Obligation.Cycle, open.Value.Obligation.Unit);
        var (version, reason, fields) = body.Value;
        return Judged(await judge.Return(id, of, version, reason ?? "", [.. (fields ?? []).Distinct()], request.Caller(), cancellation), open.Value);
    }

    private static Reply Judged(Outcome<ReportChange> judged, OpenReport open) =>
        judged.ToReply(change => Reply.Ok(ObligationView.Of(change.Next, open.Roster)));
}

/// <param name="Version">The version that was read.</param>
public sealed record AcceptBody(int Version);

/// <param name="Version">The version that was read.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
/// <param name="Fields">The fields to mend, by code; may be left out.</param>
public sealed record ReturnBody(int Version, string? Reason = null, IReadOnlyList<string>? Fields = null);
