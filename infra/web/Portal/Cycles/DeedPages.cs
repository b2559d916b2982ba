using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Cycles;
using VksServerless.Application.Notices;
using VksServerless.Application.Reports;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>What the centre decides about a cycle and about units in it: a page to confirm each, then the same use case as the API.</summary>
internal sealed class DeedPages(
    CycleAccess access, StartCycle start, SteerCycle steer, ChangeUnitsOfCycle changeUnits, RemindNow remind, GrantExtension extend,
    ExemptUnits exempt, RevokeExemptions revoke, FindReports find, ICycles cycles, TimeProvider clock) : IPages
{
    private const string WithCycle = "cycles/{cycle}/{deed:regex(^(start|close|cancel|correct|correct-done|unit-changes)$)}";
    private const string WithUnits = "cycles/{cycle}/units/{deed:regex(^(remind|extend|exempt|revoke)$)}";

    private static readonly Refusal NoUnits = new(
        RefusalKind.Invalid, "no-units", "Chưa chọn đơn vị nào",
        "Hãy quay lại và đánh dấu các đơn vị, hoặc chọn mọi đơn vị đúng với bộ lọc.");

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(WithCycle, ShowForCycle);
        portal.MapPost(WithCycle, DoWithCycle);
        portal.MapGet(WithUnits, ShowForUnits);
        portal.MapPost(WithUnits, DoWithUnits);
    }

    private async Task<IResult> ShowForCycle(HttpRequest request, string cycle, string deed, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : ForCycle(found.Value, CycleDeed.Find(deed, found.Value)!, "", Vietnamese.Day(VietnamTime.DayOf(clock.GetUtcNow())), null);
    }

    private async Task<IResult> DoWithCycle(HttpRequest request, string cycle, string deed, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var found = await access.Run(me, cycle, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, PortalPath.Cycles);
        }

        var (id, reason, day) = (found.Value.Id, posted["reason"].ToString(), posted["day"].ToString());
        var wanted = CycleDeed.Find(deed, found.Value)!;
        var done = wanted.Name switch
        {
            "start" => await start.Execute(found.Value, me, cancellation),
            "close" => await steer.Close(id, reason, me, cancellation),
            "cancel" => await steer.Cancel(id, reason, me, cancellation),
            "correct" => await steer.Correct(id, reason, me, cancellation),
            "correct-done" => await steer.FinishCorrecting(id, me, cancellation),
            _ => await ChangeUnits(id, day, reason, me, cancellation),
        };
        return done.Refusal is { } refusal
            ? ForCycle(found.Value, wanted, reason, day, refusal)
            : Results.LocalRedirect($"{PortalPath.Cycle(id)}?done={wanted.Name}");
    }

    private async Task<Outcome<Cycle>> ChangeUnits(CycleId id, string typed, string reason, Caller me, CancellationToken cancellation) =>
        !TypedDay.TryRead(typed, out var day) ? DeedFaults.Unreadable("day", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026.")
        : Reason.Check(reason) is { } missing ? missing
        : await changeUnits.Execute(id, day, reason.Trim(), me, cancellation);

    private async Task<IResult> ShowForUnits(HttpRequest request, string cycle, string deed, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal, PortalPath.Cycles);
        }

        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        var units = request.Query["all"].Count > 0
            ? await find.All(found.Value.Id, roster, BoardPages.FilterIn(request.Query).ToReports(), null, cancellation)
                .Select(report => report.Unit).ToListAsync(cancellation)
            : Known(request.Query["unit"].OfType<string>(), roster);
        return units.Count == 0
            ? ReportPages.Refused(NoUnits, $"{PortalPath.Cycle(found.Value.Id)}#don-vi")
            : ForUnits(found.Value, roster, UnitDeed.Find(deed)!, units, "", "16:00", "", null);
    }

    private async Task<IResult> DoWithUnits(HttpRequest request, string cycle, string deed, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var found = await access.Run(me, cycle, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, PortalPath.Cycles);
        }

        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        var units = Known(posted["units"].ToString().Split(' '), roster);
        if (units.Count == 0)
        {
            return ReportPages.Refused(NoUnits, $"{PortalPath.Cycle(found.Value.Id)}#don-vi");
        }

        var (day, hour, reason) = (posted["day"].ToString(), posted["hour"].ToString(), posted["reason"].ToString());
        var wanted = UnitDeed.Find(deed)!;
        var due = DueIn(wanted, day, hour);
        var refused = due.Refusal ?? (wanted.TakesReason ? Reason.Check(reason) : null);
        var done = refused is { } wrong ? wrong : await Do(found.Value.Id, wanted, units, due.Value, reason.Trim(), me, cancellation);
        return done.Refusal is { } refusal
            ? ForUnits(found.Value, roster, wanted, units, day, hour, reason, refusal)
            : Results.LocalRedirect($"{PortalPath.Cycle(found.Value.Id)}?done={wanted.Name}&count={done.Value}");
    }

    /// <returns>For how many units it was done.</returns>
    private async Task<Outcome<int>> Do(
        CycleId id, UnitDeed deed, List<UnitCode> units, DateTimeOffset? due, string reason, Caller me, CancellationToken cancellation)
    {
        if (deed == UnitDeed.Remind)
        {
            return await remind.Execute(id, units, me, cancellation);
        }

        var refused = deed.Name switch
        {
            "extend" => (await extend.Execute(id, units, due!.Value, null, reason, me, cancellation)).Refusal,
            "exempt" => await exempt.Execute(id, units, reason, me, cancellation),
            _ => await revoke.Execute(id, units, reason, due, me, cancellation),
        };
        return refused is { } refusal ? refusal : units.Count;
    }

    private static Outcome<DateTimeOffset?> DueIn(UnitDeed deed, string day, string hour) =>
        !deed.TakesDay || (!deed.MustHaveDay && day.Trim().Length == 0) ? (DateTimeOffset?)null
        : !TypedDay.TryRead(day, out var on) ? DeedFaults.Unreadable("day", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026.")
        : !TypedHour.TryRead(hour, out var at) ? DeedFaults.Unreadable("hour", "Ghi giờ từ 00:00 đến 23:59, ví dụ 16:00.")
        : VietnamTime.At(on, at);

    private static List<UnitCode> Known(IEnumerable<string> codes, Roster roster) =>
        [.. codes.Select(code => UnitCode.TryParse(code, out var unit) ? unit : default).Where(roster.Knows).Distinct()];

    private static RazorComponentResult<CycleDeedPage> ForCycle(
        Cycle cycle, CycleDeed deed, string reason, string day, Refusal? refusal) => PageResult.Of<CycleDeedPage>(
        new { Cycle = cycle, Deed = deed, Reason = reason, Day = day, Refusal = refusal }, StatusOf(refusal));

    private static RazorComponentResult<UnitDeedPage> ForUnits(
        Cycle cycle, Roster roster, UnitDeed deed, List<UnitCode> units, string day, string hour, string reason, Refusal? refusal) =>
        PageResult.Of<UnitDeedPage>(
            new
            {
                Cycle = cycle,
                Roster = roster,
                Deed = deed,
                Units = (IReadOnlyList<UnitCode>)units,
                Day = day,
                Hour = hour,
                Reason = reason,
                Refusal = refusal,
            },
            StatusOf(refusal));

    private static int StatusOf(Refusal? refusal) =>
        refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind);
}
