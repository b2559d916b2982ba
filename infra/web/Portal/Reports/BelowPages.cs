using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>The reports of those below: who owes, who waits, many accepted or returned at once.</summary>
internal sealed class BelowPages(
    CycleAccess cycleAccess, ReportAccess access, JudgeReport judge, ICycles cycles, IReports reports, TimeProvider clock) : IPages
{
    private const string Below = "cycles/{cycle}/reports";
    private const string Accepted = "accepted";
    private const string Returned = "returned";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Below, List);
        portal.MapPost(Below, JudgeMany);
    }

    private async Task<IResult> List(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await cycleAccess.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal)
            : await Show(request, found.Value, null, null, cancellation);
    }

    /// <param name="typed">What was sent and not done.</param>
    private async Task<IResult> Show(
        HttpRequest request, Cycle cycle, Refusal? refusal, IFormCollection? typed, CancellationToken cancellation)
    {
        var me = request.Caller();
        var superior = Permission.RunsCycles(me) || Permission.ReadsPublications(me) ? UnitCode.Sector : me.Unit;
        var roster = await cycles.Roster(cycle, cancellation) ?? new Roster([], []);
        var search = request.Query["search"].ToString();
        var state = request.Query["state"].ToString();
        return PageResult.Of<BelowPage>(
            new
            {
                Cycle = cycle,
                Below = (await reports.Under(cycle.Id, superior, cancellation))
                    .Where(one => (state.Length == 0 || one.State.Name == state) && IsNamed(one.Unit, roster, search))
                    .OrderBy(one => one.State is not ReportState.Submitted).ThenBy(one => !one.Owes).ThenBy(one => one.DueAt)
                    .ThenBy(one => one.Unit.ToString())
                    .ToList(),
                Roster = roster,
                Search = search,
                State = state,
                Refusal = refusal,
                Typed = typed,
                Done = Done(request.Query, roster),
                Now = clock.GetUtcNow(),
                Judges = Permission.RunsCycles(me) || !Permission.ReadsPublications(me),
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private static bool IsNamed(UnitCode unit, Roster roster, string search) => search.Length == 0
        || Search.Plain(roster.NameOf(unit)).Contains(Search.Plain(search), StringComparison.Ordinal)
        || Search.Plain(unit.ToString()) == Search.Plain(search);

    private async Task<IResult> JudgeMany(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var found = await cycleAccess.Read(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var returns = posted["deed"] == Returned;
        var typed = TypedReturn.Read(posted);
        var wrong = !returns && posted["deed"] != Accepted ? NoDeed
            : posted["chosen"].Count == 0 ? NoneChosen
            : returns ? typed.Refusal ?? Reason.Check(typed.Value.Reason) : null;
        if (wrong is not null)
        {
            return await Show(request, found.Value, wrong, posted, cancellation);
        }

        var failed = new List<FieldError>();
        foreach (var chosen in posted["chosen"].OfType<string>())
        {
            var (unit, version) = Chosen(chosen);
            var open = await access.Judge(request.Caller(), cycle, unit, cancellation);
            var judged = open.Refused ? open.Refusal
                : (await (returns
                    ? judge.Return(open.Value, version, typed.Value.Reason, [], typed.Value.AnswerBy, request.Caller(), cancellation)
                    : judge.Accept(open.Value, version, null, request.Caller(), cancellation))).Refusal;
            if (judged is { } why)
            {
                var name = open.Refused ? unit : open.Value.Roster.NameOf(open.Value.Obligation.Unit);
                failed.Add(new FieldError("", why.Type, $"{name}: {why.Detail}"));
            }
        }

        var count = posted["chosen"].Count;
        return failed.Count > 0 ? await Show(request, found.Value, NotAll(failed, count, returns), posted, cancellation)
            : Results.LocalRedirect($"{PortalPath.Below(found.Value.Id)}?{(returns ? Returned : Accepted)}={count}");
    }

    /// <summary>A report and the version that was seen, so that none is judged unread.</summary>
    private static (string Unit, int Version) Chosen(string text) =>
        text.Split(' ') is [var unit, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (unit, version)
            : (text, 0);

    /// <summary>Who presses Enter in a field has not said which of the two is meant.</summary>
    private static readonly Refusal NoDeed = new(
        RefusalKind.Invalid, "no-deed", "Chưa chọn duyệt hay trả lại", "Bấm nút Duyệt hoặc nút Trả lại; chưa có gì được ghi.");

    private static readonly Refusal NoneChosen = new(
        RefusalKind.Invalid, "none-chosen", "Chưa đánh dấu báo cáo nào", "Đánh dấu các báo cáo chờ duyệt rồi bấm lại.");

    private static Refusal NotAll(List<FieldError> failed, int chosen, bool returns)
    {
        var deed = returns ? "trả lại" : "duyệt";
        return new Refusal(
            RefusalKind.Conflict, "not-all-judged", $"Có báo cáo chưa {deed} được",
            $"Đã {deed} {chosen - failed.Count}/{chosen} báo cáo; {failed.Count} báo cáo sau chưa {deed} được:")
        {
            Errors = failed,
        };
    }

    private static string Done(IQueryCollection query, Roster roster) =>
        CountIn(query[Accepted]) is { } accepted ? $"Đã duyệt {accepted} báo cáo."
        : CountIn(query[Returned]) is { } returned ? $"Đã trả lại {returned} báo cáo để sửa."
        : UnitCode.TryParse(query["unit"], out var unit) && roster.Knows(unit) ? DoneText.Of(query, roster.NameOf(unit))
        : "";

    private static int? CountIn(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
