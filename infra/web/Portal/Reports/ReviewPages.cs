using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Documents;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A report as its superior reads it, beside its last period and its peers, then accepted or returned.</summary>
internal sealed class ReviewPages(
    ReadReport read, ReportAccess access, ReportCheck check, JudgeReport judge, ReportBackground background, ReadPeers peers,
    IAttachments attachments) : IPages
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Report + "/review", Review);
        portal.MapPost(Report + "/accept", Accept);
        portal.MapPost(Report + "/return", Return);
        portal.MapPost(Report + "/return/take-back", TakeBack);
    }

    private async Task<IResult> Review(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var view = await read.Read(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal ? ReportPages.Refused(refusal) : await ShowReview(view.Value, null, null, cancellation);
    }

    /// <param name="typed">What was sent and not done, with the version that was read.</param>
    private async Task<IResult> ShowReview(
        ReportPageView view, Refusal? refusal, IFormCollection? typed, CancellationToken cancellation)
    {
        if (view.Versions is not [.., { } newest])
        {
            return ReportPages.Refused(ReportRefusals.NothingSubmitted, view.Address);
        }

        var content = await read.Content(view.Open, newest.Sha256, cancellation);
        var seen = typed is null ? null : view.Versions.SkipLast(1).FirstOrDefault(version => version.Number == VersionIn(typed));
        var known = seen is null ? null : await read.Content(view.Open, seen.Sha256, cancellation);
        var returned = await check.Returned(view.Open, cancellation);
        return PageResult.Of<ReviewPage>(
            new
            {
                View = view,
                Version = newest,
                Content = content,
                Rules = await check.AskAgain(view.Open, content, cancellation),
                Seen = seen?.Number,
                Changed = (known ?? (returned is var (reopened, before) && reopened.Version < newest.Number ? before : null)) is { } earlier
                    ? ReportDifference.Between(view.Open.Form, earlier, content).Fields
                    : [],
                Earlier = await background.Previous(view.Open, cancellation),
                Peers = view.Judges || Permission.ReadsPublications(view.Me)
                    ? await peers.Of(view.Open, cancellation)
                    : PeerFigures.None,
                Files = await attachments.List(view.Obligation.Cycle, view.Obligation.Unit, cancellation),
                Refusal = known is null ? refusal : ChangedSinceRead.Tell(refusal!, view.Open.Form, known, content),
                Typed = typed,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private Task<IResult> Accept(HttpRequest request, string cycle, string unit, CancellationToken cancellation) => Judge(
        request, cycle, unit, "accepted",
        (open, posted) => judge.Accept(
            open, VersionIn(posted), posted["instead"].ToString() is { Length: > 0 } why ? why : null, request.Caller(), cancellation),
        cancellation);

    private async Task<IResult> Return(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var typed = TypedReturn.Read(await request.ReadFormAsync(cancellation));
        return await Judge(
            request, cycle, unit, "returned",
            async (open, form) => typed.Refusal is { } refusal
                ? refusal
                : await judge.Return(
                    open, VersionIn(form), typed.Value.Reason, [.. form["fields"].OfType<string>().Distinct().Select(FieldCode.Of)],
                    typed.Value.AnswerBy, request.Caller(), cancellation),
            cancellation);
    }

    private Task<IResult> TakeBack(HttpRequest request, string cycle, string unit, CancellationToken cancellation) => Judge(
        request, cycle, unit, "taken-back", (open, _) => judge.TakeBackReturn(open, request.Caller(), cancellation), cancellation);

    private async Task<IResult> Judge(
        HttpRequest request, string cycle, string unit, string done, Func<OpenReport, IFormCollection, Task<Outcome<ReportChange>>> decide,
        CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var open = await access.Judge(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } closed)
        {
            return ReportPages.Refused(closed);
        }

        var judged = await decide(open.Value, posted);
        return judged.Refusal is not { } refusal
            ? Results.LocalRedirect($"{PortalPath.Below(open.Value.Cycle.Id)}?done={done}&unit={open.Value.Obligation.Unit}")
            : await ShowReview(
                await read.Of(open.Value, request.Caller(), cancellation), refusal, posted, cancellation);
    }

    private static int VersionIn(IFormCollection posted) =>
        int.TryParse(posted["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
