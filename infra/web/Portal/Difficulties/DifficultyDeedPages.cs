using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application;
using VksServerless.Application.Cycles;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Forms;
using VksServerless.Difficulties;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Difficulties;

/// <summary>One difficulty with all its steps, and what its reader may do with it now.</summary>
internal sealed class DifficultyDeedPages(
    DifficultyAccess access, ChangeDifficulty change, ICycles cycles, IForms forms, TimeProvider clock) : IPages
{
    private static readonly TimeOnly EndOfWork = new(17, 0);

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("difficulties/{difficulty:length(16)}", Show);
        portal.MapPost("difficulties/{difficulty:length(16)}/{deed:regex(^(assign|answer|verdict|close|reopen)$)}", Do);
    }

    private async Task<IResult> Show(HttpRequest request, string difficulty, CancellationToken cancellation)
    {
        var open = await access.Read(request.Caller(), difficulty, cancellation);
        return open.Refusal is { } refusal
            ? ReportPages.Refused(refusal, PortalPath.Difficulties)
            : await Page(request, open.Value, TypedDeed.None, request.Query["done"].ToString(), cancellation);
    }

    private async Task<IResult> Do(HttpRequest request, string difficulty, string deed, CancellationToken cancellation)
    {
        var (me, posted) = (request.Caller(), await request.ReadFormAsync(cancellation));
        var open = await access.For(me, difficulty, (caller, read) => Permits(deed, caller, read), cancellation);
        if (open.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, PortalPath.Difficulties);
        }

        var (typed, now) = (TypedDeed.Of(deed, posted), clock.GetUtcNow());
        _ = int.TryParse(posted["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision);
        var changed = await change.Execute(
            open.Value.Read, revision, _ => Decide(typed, open.Value, me, now), cancellation);
        return changed.Refusal is { } refusal
            ? await Page(request, open.Value, typed.Refused(refusal), "", cancellation)
            : Results.LocalRedirect($"{PortalPath.Difficulties}/{changed.Value.Id}?done={deed}");
    }

    private static bool Permits(string deed, Caller caller, Difficulty read) => deed switch
    {
        "assign" => Permission.AssignsDifficulty(caller),
        "answer" => Permission.AnswersDifficulty(caller, read.Assignment?.To),
        "close" => Permission.ClosesDifficulty(caller, read.Unit),
        _ => Permission.OwnsDifficulty(caller, read.Unit),
    };

    private static Outcome<Difficulty> Decide(TypedDeed typed, OpenDifficulty open, Caller me, DateTimeOffset now) => typed.Deed switch
    {
        "assign" => Assign(typed, open, me, now),
        "answer" => DecideDifficulty.Answer(open, typed.Guidance, me, now),
        "close" => DecideDifficulty.Close(open, typed.Words, me, now),
        "reopen" => DecideDifficulty.Reopen(open, typed.Words, me, now),
        _ when typed.Helped == "yes" => DecideDifficulty.Close(open, typed.Words, me, now),
        _ when typed.Helped == "no" => DecideDifficulty.Reopen(open, typed.Words, me, now),
        _ => DeedFaults.Unreadable("helped", "Chọn hướng dẫn đã giải quyết được hay chưa."),
    };

    private static Outcome<Difficulty> Assign(TypedDeed typed, OpenDifficulty open, Caller me, DateTimeOffset now)
    {
        var faults = new List<FieldError>();
        var unit = open.Directory.FindNamed(typed.Unit, VietnamTime.DayOf(now));
        if (unit is null)
        {
            faults.Add(new FieldError(
                "/unit", "unknown", "Ghi mã hoặc tên đầy đủ của một đơn vị đang hoạt động, ví dụ V14 hoặc Vụ 14."));
        }

        DateTimeOffset? due = null;
        if (typed.Due.Trim().Length > 0)
        {
            if (TypedDay.TryRead(typed.Due, out var day))
            {
                due = VietnamTime.At(day, EndOfWork);
            }
            else
            {
                faults.Add(new FieldError("/due", "unreadable", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026."));
            }
        }

        return faults.Count > 0
            ? DifficultyRefusals.Invalid(faults)
            : DecideDifficulty.Assign(open, unit!.Code, typed.Person, typed.Note, due, me, now);
    }

    private async Task<IResult> Page(
        HttpRequest request, OpenDifficulty open, TypedDeed typed, string done, CancellationToken cancellation)
    {
        var (difficulty, cycle) = (open.Difficulty, open.Difficulty.From is { } from
            ? (await cycles.Read(from.Cycle, cancellation))?.Value
            : null);
        var form = cycle is null ? null : await forms.Find(cycle.Terms.Form, cancellation);
        return PageResult.Of<DifficultyPage>(
            new
            {
                Difficulty = difficulty,
                Directory = open.Directory,
                Cycle = cycle,
                Place = difficulty.From is { } source ? form?.Find(source.Field)?.Label ?? "" : "",
                Now = clock.GetUtcNow(),
                Typed = typed,
                Me = request.Caller(),
                Done = DoneText(done),
            },
            typed.Refusal is { } refusal ? Problems.StatusOf(refusal.Kind) : StatusCodes.Status200OK);
    }

    private static string DoneText(string done) => done switch
    {
        "raised" => "Đã gửi khó khăn, vướng mắc về Cục 2.",
        "assign" => "Đã phân công.",
        "answer" => "Đã gửi hướng dẫn.",
        "verdict" => "Đã ghi ý kiến của đơn vị.",
        "close" => "Đã đóng.",
        "reopen" => "Đã mở lại.",
        _ => "",
    };
}
