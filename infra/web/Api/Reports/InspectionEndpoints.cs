using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>Kiểm tra hồ sơ: what inspectors found of the reports that were handed in.</summary>
public sealed class InspectionEndpoints(
    ReportAccess access, CycleAccess cycleAccess, ICycles cycles, IInspections inspections, InspectReport inspect,
    SurveyInspections survey) : IEndpoints
{
    private const string OfReport = "cycles/{cycle}/reports/{unit}/inspections";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(OfReport, Inspect);
        api.MapGet(OfReport, ListInspections);
        api.MapGet("cycles/{cycle}/inspections", SurveyCycle);
    }

    [Operation("Ghi kết quả kiểm tra hồ sơ của một bản đã nộp; không làm thay đổi báo cáo", typeof(InspectionView), Idempotent = true)]
    [Takes(typeof(InspectionBody))]
    public async Task<IResult> Inspect(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var key = IdempotencyHeader.Of(request);
        var body = key.Refused ? default : await RequestBody.Read<InspectionBody>(request, cancellation);
        var open = await access.Inspect(request.Caller(), cycle, unit, cancellation);
        if ((open.Refusal ?? key.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (version, finding, text) = body.Value;
        var inspected = await inspect.Execute(open.Value, version, finding, text, key.Value, request.Caller(), cancellation);
        return inspected.ToReply(made => Reply.Created(request.Path, InspectionView.Of(made, open.Value.Roster)));
    }

    [Operation("Các lần kiểm tra hồ sơ báo cáo của đơn vị, từ lần đầu", typeof(IReadOnlyList<InspectionView>))]
    public async Task<IResult> ListInspections(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Read(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : Reply.Ok((await inspections.Of(open.Value.Obligation, cancellation))
                .Select(made => InspectionView.Of(made, open.Value.Roster)).ToList());
    }

    [Operation("Kết quả kiểm tra hồ sơ mới nhất của từng đơn vị, và các báo cáo đã duyệt chưa được kiểm tra", typeof(InspectionSurveyView))]
    public async Task<IResult> SurveyCycle(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await cycleAccess.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : Reply.Ok(InspectionSurveyView.Of(
                await survey.Execute(found.Value, cancellation), await cycles.Roster(found.Value, cancellation) ?? new Roster([], [])));
    }
}

/// <param name="Version">The version that was looked at.</param>
/// <param name="Text">What is lacking, 1 to 2,000 characters; may be left out when all is in order.</param>
public sealed record InspectionBody(int Version, InspectionFinding Finding, string? Text = null);

/// <param name="Number">Of the unit's report, from 1.</param>
/// <param name="Sha256">Of the version that was looked at.</param>
public sealed record InspectionView(
    UnitCode Unit, string Name, int Number, int Version, string Sha256, InspectionFinding Finding, string Text, string By,
    DateTimeOffset At)
{
    public static InspectionView Of(Inspection made, Roster roster) => new(
        made.Unit, roster.NameOf(made.Unit), made.Number, made.Version, made.Sha256.ToString(), made.Finding, made.Text, made.By, made.At);
}

/// <param name="Newest">The newest check of each unit that has one.</param>
/// <param name="NotInspected">Units of whose accepted version there is no check, or only one of an older version.</param>
public sealed record InspectionSurveyView(
    InspectionCounts Counts, IReadOnlyList<InspectionView> Newest, IReadOnlyList<UnitCode> NotInspected)
{
    public static InspectionSurveyView Of(InspectionSurvey survey, Roster roster) => new(
        new InspectionCounts(
            survey.Accepted, survey.NotInspected.Count,
            survey.Newest.Count(made => made.Finding is InspectionFinding.InOrder),
            survey.Newest.Count(made => made.Finding is InspectionFinding.Lacking)),
        [.. survey.Newest.Select(made => InspectionView.Of(made, roster))],
        [.. survey.NotInspected.Select(report => report.Unit)]);
}

/// <param name="Accepted">Reports that are accepted.</param>
/// <param name="NotInspected">Those of them whose accepted version was not checked.</param>
/// <param name="InOrder">Units whose newest check found all in order.</param>
/// <param name="Lacking">Units whose newest check found something lacking.</param>
public sealed record InspectionCounts(int Accepted, int NotInspected, int InOrder, int Lacking);
