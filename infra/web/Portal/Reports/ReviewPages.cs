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

/// <summary>What a superior does: the list of those below, a report beside its last period, accepted or returned, one or many at once.</summary>
internal sealed class ReviewPages(
    ReadReport read, ReportAccess access, ReportCheck check, JudgeReport judge, ReportBackground background, IAttachments attachments,
    CycleAccess cycleAccess, ICycles cycles, IReports reports, TimeProvider clock) : IPages
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("cycles/{cycle}/reports", ListBelow);
        portal.MapPost("cycles/{cycle}/reports", AcceptMany);
        portal.MapGet(Report + "/review", Review);
        portal.MapPost(Report + "/accept", Accept);
        portal.MapPost(Report + "/return", Return);
        portal.MapPost(Report + "/return/take-back", TakeBack);
    }

    private async Task<IResult> ListBelow(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await cycleAccess.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal)
            : await ShowBelow(request, found.Value, null, cancellation);
    }

    private async Task<IResult> ShowBelow(
        HttpRequest request, Cycle cycle, Refusal? refusal, CancellationToken cancellation)
    {
        var me = request.Caller();
        var superior = Permission.RunsCycles(me) || Permission.ReadsPublications(me) ? UnitCode.Sector : me.Unit;
        var roster = await cycles.Roster(cycle, cancellation) ?? new Roster([], []);
        var search = request.Query["search"].ToString();
        var state = request.Query["state"].ToString();
        var below = (await reports.Under(cycle.Id, superior, cancellation))
            .Where(one => (state.Length == 0 || one.State.Name == state)
                && (search.Length == 0 || Kernel.Search.Plain(roster.NameOf(one.Unit)).Contains(Kernel.Search.Plain(search), StringComparison.Ordinal)
                    || Kernel.Search.Plain(one.Unit.ToString()) == Kernel.Search.Plain(search)))
            .OrderBy(one => one.State is not ReportState.Submitted).ThenBy(one => !one.Owes).ThenBy(one => one.DueAt).ThenBy(one => one.Unit.ToString())
            .ToList();
        return PageResult.Of<BelowPage>(new
        {
            Cycle = cycle,
            Below = below,
            Roster = roster,
            Search = search,
            State = state,
            Refusal = refusal,
            Done = Done(request.Query, roster),
            Now = clock.GetUtcNow(),
            Judges = Permission.RunsCycles(me) || !Permission.ReadsPublications(me),
        });
    }

    private async Task<IResult> AcceptMany(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var found = await cycleAccess.Read(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var failed = new List<(string Unit, string Why)>();
        foreach (var report in posted["accept"].OfType<string>())
        {
            // The version that was seen, so that none is accepted unread.
            var parts = report.Split(' ');
            var open = await access.Judge(request.Caller(), cycle, parts[0], cancellation);
            var version = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var accepted = open.Refusal is { } closed ? closed : (await judge.Accept(open.Value, version, null, request.Caller(), cancellation)).Refusal;
            if (accepted is { } why)
            {
                failed.Add((open.Refused ? parts[0] : open.Value.Roster.NameOf(open.Value.Obligation.Unit), why.Detail));
            }
        }

        var chosen = posted["accept"].Count;
        return chosen == 0 ? await ShowBelow(request, found.Value, NoneChosen, cancellation)
            : failed.Count > 0 ? await ShowBelow(request, found.Value, NotAccepted(failed, chosen), cancellation)
            : Results.LocalRedirect($"{PortalPath.Below(found.Value.Id)}?accepted={chosen}");
    }

    private static readonly Refusal NoneChosen = new(
        RefusalKind.Invalid, "none-chosen", "Chưa đánh dấu báo cáo nào", "Đánh dấu các báo cáo chờ duyệt rồi bấm lại.");

    private static Refusal NotAccepted(List<(string Unit, string Why)> failed, int chosen) => new(
        RefusalKind.Conflict, "not-accepted", "Có báo cáo chưa duyệt được",
        $"Đã duyệt {chosen - failed.Count}/{chosen} báo cáo; {failed.Count} báo cáo sau chưa duyệt được:")
    {
        Errors = [.. failed.Select(one => new FieldError("", "not-accepted", $"{one.Unit}: {one.Why}"))],
    };

    private static string Done(IQueryCollection query, Roster roster) =>
        int.TryParse(query["accepted"], NumberStyles.None, CultureInfo.InvariantCulture, out var accepted) ? $"Đã duyệt {accepted} báo cáo."
        : UnitCode.TryParse(query["unit"], out var unit) && roster.Knows(unit) ? DoneText.Of(query, roster.NameOf(unit))
        : "";

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
                Files = await attachments.List(view.Obligation.Cycle, view.Obligation.Unit, cancellation),
                Refusal = known is null ? refusal : ChangedSinceRead.Tell(refusal!, view.Open.Form, known, content),
                Typed = typed,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private Task<IResult> Accept(HttpRequest request, string cycle, string unit, CancellationToken cancellation) => Judge(
        request, cycle, unit, "accepted",
        (open, posted) => judge.Accept(open, VersionIn(posted), posted["instead"].ToString() is { Length: > 0 } why ? why : null, request.Caller(), cancellation),
        cancellation);

    private async Task<IResult> Return(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        DateTimeOffset? answerBy = null;
        if (posted["limit"].ToString().Trim() is { Length: > 0 } limit)
        {
            if (!TypedDay.TryRead(limit, out var day))
            {
                var view = await read.Read(request.Caller(), cycle, unit, cancellation);
                return view.Refusal is { } refusal ? ReportPages.Refused(refusal) : await ShowReview(
                    view.Value,
                    new Refusal(RefusalKind.Invalid, "day-unreadable", "Chưa trả lại được", "Ghi hạn nộp lại theo dạng ngày/tháng/năm, ví dụ 20/07/2026."),
                    posted, cancellation);
            }

            answerBy = VietnamTime.At(day, new TimeOnly(23, 59, 59));
        }

        return await Judge(
            request, cycle, unit, "returned",
            (open, form) => judge.Return(
                open, VersionIn(form), form["reason"].ToString(),
                [.. form["fields"].OfType<string>().Distinct().Select(FieldCode.Of)], answerBy, request.Caller(), cancellation),
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
