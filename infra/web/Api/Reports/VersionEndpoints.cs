using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Reports;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>The versions that a unit has handed in, and their receipts.</summary>
public sealed class VersionEndpoints(ReportAccess access, IReports reports) : IEndpoints
{
    private const string Versions = "cycles/{cycle}/reports/{unit}/versions";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Versions, ListVersions);
        api.MapGet(Versions + "/{version}", ReadVersion);
        api.MapGet(Versions + "/{version}/receipt", ReadReceipt);
    }

    [Operation("Các bản báo cáo đã nộp", typeof(IReadOnlyList<VersionView>))]
    public async Task<IResult> ListVersions(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Follow(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (id, of) = (open.Value.Obligation.Cycle, open.Value.Obligation.Unit);
        return Reply.Ok(
            (await reports.Versions(id, of, cancellation)).Where(version => Permission.ReadsContent(request.Caller(), version.ByPerson))
                .Select(version => VersionView.Of(id, of, version)).ToList());
    }

    [Operation("Nội dung một bản báo cáo, đúng từng byte đã băm trên biên nhận", typeof(DraftView))]
    public async Task<IResult> ReadVersion(HttpRequest request, string cycle, string unit, string version, CancellationToken cancellation)
    {
        var found = await Find(request, cycle, unit, version, cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (open, submitted) = found.Value;
        var content = await reports.ReadContent(open.Obligation.Cycle, open.Obligation.Unit, submitted.Sha256, cancellation);
        return new Reply(StatusCodes.Status200OK, "application/json; charset=utf-8", content) { ETag = submitted.Sha256.ToString() };
    }

    [Operation("Biên nhận của một bản báo cáo", typeof(ReceiptView))]
    public async Task<IResult> ReadReceipt(HttpRequest request, string cycle, string unit, string version, CancellationToken cancellation)
    {
        var found = await Find(request, cycle, unit, version, cancellation);
        return found.ToReply(
            pair => Reply.Ok(ReceiptView.Of(Receipt.For(pair.Open.Obligation.Cycle, pair.Open.Obligation.Unit, pair.Version))));
    }

    private async Task<Outcome<(OpenReport Open, SubmittedVersion Version)>> Find(
        HttpRequest request, string cycle, string unit, string number, CancellationToken cancellation)
    {
        var open = await access.Follow(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return refusal;
        }

        _ = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted);
        var versions = await reports.Versions(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, cancellation);
        return versions.FirstOrDefault(
            version => version.Number == wanted && Permission.ReadsContent(request.Caller(), version.ByPerson)) is { } found
            ? (open.Value, found)
            : ReportRefusals.VersionUnknown(wanted);
    }
}
