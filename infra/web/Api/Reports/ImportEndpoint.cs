using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>What the centre enters of a cycle of the past.</summary>
public sealed class ImportEndpoint(ReportAccess access, ImportReport import) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapPost("cycles/{cycle}/imported-reports/{unit}", EnterReport);

    [Operation("Nhập báo cáo của một đơn vị vào kỳ đã qua", typeof(ImportedReportView), Idempotent = true)]
    [Takes(typeof(ImportedReportBody))]
    public async Task<IResult> EnterReport(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var key = IdempotencyHeader.Of(request);
        var bytes = key.Refused ? default : await RequestBody.JsonBytes(request, cancellation);
        var open = await access.Import(request.Caller(), cycle, unit, cancellation);
        var body = open.Refused || key.Refused ? default : bytes.Then(RequestBody.Parse);
        if ((open.Refusal ?? key.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        using var sent = body.Value;
        var entered = await import.Execute(open.Value, sent.RootElement, key.Value, request.Caller(), cancellation);
        return entered.ToReply(version => Reply.Created(
            $"/api/cycles/{version.Receipt.Cycle}/reports/{version.Receipt.Unit}/versions/{version.Receipt.Version}",
            ImportedReportView.Of(version)));
    }
}

/// <param name="ReceivedAt">When the centre received the report at the time, also after the deadline; not in the future.</param>
/// <param name="Answers">As in a draft.</param>
/// <param name="Adjustments">As in a draft.</param>
/// <param name="Explanations">As in a draft.</param>
/// <param name="Nil">As in a draft.</param>
public sealed record ImportedReportBody(
    DateTimeOffset ReceivedAt, IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<Adjustment>? Adjustments = null,
    IReadOnlyList<ExplanationView>? Explanations = null, bool? Nil = null);

/// <param name="StillMissing">What the form asks for and the report did not answer.</param>
/// <param name="Faults">Rules and bounds that the report did not keep.</param>
/// <param name="Queries">What is unusual, explained or not.</param>
/// <param name="Unknown">Rules of which nobody can say whether they hold, for there is nothing to compare with.</param>
public sealed record ImportedReportView(
    ReceiptView Receipt, IReadOnlyList<FieldError> StillMissing, IReadOnlyList<FieldError> Faults, IReadOnlyList<RaisedQuery> Queries,
    IReadOnlyList<UnknownRule> Unknown)
{
    public static ImportedReportView Of(ImportedVersion entered) => new(
        ReceiptView.Of(entered.Receipt), entered.Checked.StillMissing, entered.Checked.Faults, entered.Checked.Queries,
        entered.Checked.Unknown);
}
