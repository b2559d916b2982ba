using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>The versions that a unit has handed in, and their receipts.</summary>
public sealed class VersionEndpoints(ReportAccess access, IReports reports)
{
    private const string Versions = "cycles/{cycle}/reports/{unit}/versions";

    [Function(nameof(ListVersions))]
    [Operation("Các bản báo cáo đã nộp", typeof(IReadOnlyList<VersionView>))]
    public async Task<IResult> ListVersions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Versions)] HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Follow(request, cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (id, of) = (open.Value.Obligation.Cycle, open.Value.Obligation.Unit);
        return Reply.Ok((await reports.Versions(id, of, cancellation)).Where(version => Permission.ReadsContent(request.Caller(), version.ByPerson)).Select(version => VersionView.Of(id, of, version)).ToList());
    }

    [Function(nameof(ReadVersion))]
    [Operation("Nội dung một bản báo cáo, đúng từng byte đã băm trên biên nhận", typeof(DraftView))]
    public async Task<IResult> ReadVersion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Versions + "/{version}")] HttpRequest request, string cycle, string unit, string version, CancellationToken cancellation)
    {
        var found = await Find(request, cycle, unit, version, cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (open, submitted) = found.Value;
        var content = await reports.ReadContent(open.Obligation.Cycle, open.Obligation.Unit, submitted.Sha256, cancellation);
        return new Reply(StatusCodes.Status200OK, "application/json; charset=utf-8", content) { ETag = submitted.Sha256 };
    }

    [Function(nameof(ReadReceipt))]
    [Operation("Biên nhận của một bản báo cáo", typeof(ReceiptView))]
    public async Task<IResult> ReadReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Versions + "/{version}/receipt")] HttpRequest request, string cycle, string unit, string version, CancellationToken cancellation)
    {
        var found = await Find(request, cycle, unit, version, cancellation);
        return found.ToReply(pair => Reply.Ok(ReceiptView.Of(Receipt.For(pair.Open.Obligation.Cycle, pair.Open.Obligation.Unit, pair.Version))));
    }

    private async Task<Outcome<(OpenReport Open, SubmittedVersion Version)>> Find(
        HttpRequest request, string cycle, string unit, string number, CancellationToken cancellation)
    {
        var open = await access.Follow(request, cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return refusal;
        }

        _ = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted);
        var versions = await reports.Versions(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, cancellation);
        return versions.FirstOrDefault(version => version.Number == wanted && Permission.ReadsContent(request.Caller(), version.ByPerson)) is { } found ? (open.Value, found) : ReportRefusals.VersionUnknown(wanted);
    }
}
