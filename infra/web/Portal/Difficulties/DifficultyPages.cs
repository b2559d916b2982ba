using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application;
using VksServerless.Application.Cycles;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Difficulties;

/// <summary>The desk of difficulties: the list, and the page on which a unit raises one.</summary>
internal sealed class DifficultyPages(
    FindDifficulties find, RaiseDifficulty raise, FindCycles cycles, IForms forms, IDirectoryStore directories, TimeProvider clock) : IPages
{
    private const int PageSize = 30;
    private const int LongestFilter = 200;

    private static readonly Refusal RaisedBefore = new(
        RefusalKind.Conflict, "difficulty-raised-before", "Trang này đã gửi một khó khăn, vướng mắc",
        "Một khó khăn, vướng mắc đã được gửi từ chính trang này, với nội dung khác. Hãy mở trang nêu khó khăn lại từ đầu để gửi nội dung "
        + "mới.");

    private static readonly Refusal OtherUnit = new(
        RefusalKind.Conflict, "unit-changed", "Bạn đã đổi sang đơn vị khác",
        "Trang này được mở khi bạn làm việc cho đơn vị khác; chưa có gì được gửi. Đọc lại rồi bấm gửi để nêu cho đơn vị hiện tại.");

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("difficulties", List);
        portal.MapGet("difficulties/new", New);
        portal.MapPost("difficulties/new", Raise);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var (me, filter) = (request.Caller(), FilterIn(request.Query));
        var continuation = request.Query["continuation"].ToString() is { Length: > 0 and <= 2000 } next ? next : null;
        var page = await find.Execute(filter, me, PageSize, continuation, cancellation);
        return page.Refusal is { } refusal
            ? ReportPages.Refused(refusal, refusal == AccessRefusals.NotPermitted ? "/portal" : PortalPath.Difficulties)
            : PageResult.Of<DifficultiesPage>(new
            {
                Entries = page.Value.Items,
                Filter = filter,
                Cycles = (IReadOnlyList<Cycle>)[.. (await cycles.Execute(me, "", "", cancellation)).Where(cycle => !cycle.IsDraft)],
                Directory = (await directories.Read(cancellation)).Value,
                Now = clock.GetUtcNow(),
                Next = page.Value.Continuation,
                IsFirst = continuation is null,
            });
    }

    private static DifficultyFilter FilterIn(IQueryCollection query)
    {
        DifficultyState? state = Enum.TryParse<DifficultyState>(query["state"], ignoreCase: true, out var named) && Enum.IsDefined(named)
            ? named
            : null;
        return new DifficultyFilter(
            state, query["state"] == "overdue", query["show"] == "mine", query["show"] == "assigned", Short(query["unit"].ToString()),
            CycleId.TryParse(query["cycle"], out var cycle) ? cycle : null, Short(query["search"].ToString()));
    }

    private static string Short(string text) =>
        text.Trim() is var trimmed && trimmed.Length > LongestFilter ? trimmed[..LongestFilter] : trimmed;

    private Task<IResult> New(HttpRequest request, CancellationToken cancellation) => Form(
        request,
        TypedDifficulty.Blank with { Unit = request.Caller().Unit.ToString(), Cycle = request.Query["cycle"].ToString(), Field = request.Query["field"].ToString() },
        null,
        cancellation);

    private async Task<IResult> Raise(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        var typed = TypedDifficulty.Of(await request.ReadFormAsync(cancellation));
        if (!Permission.RaisesDifficulties(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var words = typed.Read();
        var raised = typed.Unit != me.Unit.ToString() ? OtherUnit
            : words.Refusal is { } wrong ? wrong
            : await raise.Execute(new IdempotencyKey(me.Person, typed.Key), words.Value, typed.Source, me, cancellation);
        return raised.Refusal is { } refusal
            ? await Form(request, typed, refusal == Refusal.KeyReused ? RaisedBefore : refusal, cancellation)
            : Results.LocalRedirect($"{PortalPath.Difficulties}/{raised.Value.Id}?done=raised");
    }

    private async Task<IResult> Form(HttpRequest request, TypedDifficulty typed, Refusal? refusal, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.RaisesDifficulties(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var cycle = CycleId.TryParse(typed.Cycle, out var id)
            ? (await cycles.Execute(me, "", "", cancellation)).FirstOrDefault(one => one.Id == id)
            : null;
        var form = cycle is null ? null : await forms.Find(cycle.Terms.Form, cancellation);
        return PageResult.Of<RaisePage>(
            new
            {
                Typed = typed with
                {
                    Key = typed.Key.Length > 0 ? typed.Key : Guid.NewGuid().ToString("N"),
                    Unit = me.Unit.ToString(),
                },
                Cycle = cycle,
                Form = form,
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }
}
