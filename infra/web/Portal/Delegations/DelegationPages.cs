using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Session;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Delegations;

/// <summary>Who signs for a unit's head: given and revoked by the head; read also by the centre and the inspector, for any unit.</summary>
internal sealed class DelegationPages(
    IDelegations delegations, ChangeDelegations change, IPeople people, IDirectoryStore directories, StepUp stepUp,
    TimeProvider clock) : IPages
{
    public const string Address = "/portal/delegations";

    private static readonly Refusal UnitNotFound = new(
        RefusalKind.Invalid, "unit-not-found", "Không tìm thấy đơn vị", "Ghi mã hoặc đủ tên một đơn vị trong danh bạ, ví dụ T84.")
    {
        Errors = [new FieldError("/unit", "unknown", "Không có đúng một đơn vị như vậy trong danh bạ.")],
    };

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("delegations", List);
        portal.MapPost("delegations", Give);
        portal.MapGet("delegations/{id}/revoke", ShowRevocation);
        portal.MapPost("delegations/{id}/revoke", Revoke);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.ReadsDelegations(me, me.Unit))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        if (MustProve(request))
        {
            return StepUp.Ask(request);
        }

        var directory = (await directories.Read(cancellation)).Value;
        var asked = Permission.Delegates(me, me.Unit) ? "" : request.Query["unit"].ToString().Trim();
        UnitCode? unit = Permission.Delegates(me, me.Unit) ? me.Unit : UnitIn(asked, directory);
        return await Show(
            request, directory, unit, TypedDelegation.Blank, asked, asked.Length > 0 && unit is null ? UnitNotFound : null, cancellation);
    }

    /// <summary>Giving the right to sign away takes the proof that signing takes.</summary>
    private bool MustProve(HttpRequest request) =>
        Permission.Delegates(request.Caller(), request.Caller().Unit) && !stepUp.IsProved(request.HttpContext.User);

    private async Task<IResult> Show(
        HttpRequest request, UnitDirectory directory, UnitCode? unit, TypedDelegation typed, string asked, Refusal? refusal,
        CancellationToken cancellation)
    {
        var me = request.Caller();
        var delegates = unit is { } own && Permission.Delegates(me, own);
        return PageResult.Of<DelegationsPage>(
            new
            {
                Unit = unit,
                UnitName = unit is { } of ? directory.NameOf(of) : "",
                AskedFor = asked,
                Delegations = unit is { } its ? (await delegations.Of(its, cancellation)).Value : [],
                Delegates = delegates,
                People = delegates ? await Reporters(me, cancellation) : [],
                Typed = typed,
                Key = typed.Key.Length > 0 ? typed.Key : Guid.NewGuid().ToString("N"),
                Now = clock.GetUtcNow(),
                Refusal = refusal,
                Done = request.Query["done"].ToString() switch
                {
                    "given" => "Đã ủy quyền ký duyệt.",
                    "revoked" => "Đã thu hồi ủy quyền.",
                    _ => "",
                },
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IResult> Give(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.Delegates(me, me.Unit))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        if (MustProve(request))
        {
            return StepUp.Ask(request);
        }

        var typed = TypedDelegation.Of(await request.ReadFormAsync(cancellation));
        var asked = typed.Read(await Reporters(me, cancellation));
        var given = asked.Refusal is { } unreadable
            ? unreadable
            : await change.Give(me.Unit, asked.Value, new IdempotencyKey(me.Person, typed.Key), me, cancellation);
        return given.Refusal is { } refusal
            ? await Show(request, (await directories.Read(cancellation)).Value, me.Unit, typed, "", refusal, cancellation)
            : Results.LocalRedirect($"{Address}?done=given");
    }

    private async Task<IResult> ShowRevocation(HttpRequest request, string id, CancellationToken cancellation)
    {
        var me = request.Caller();
        return !Permission.Delegates(me, me.Unit) ? ReportPages.Refused(AccessRefusals.NotPermitted)
            : await Find(me, id, cancellation) is not { } found ? ReportPages.Refused(DelegationRefusals.Unknown, Address)
            : Revocation(found, Vietnamese.Day(VietnamTime.DayOf(clock.GetUtcNow())), "", null);
    }

    private async Task<IResult> Revoke(HttpRequest request, string id, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.Delegates(me, me.Unit))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        if (await Find(me, id, cancellation) is not { } found)
        {
            return ReportPages.Refused(DelegationRefusals.Unknown, Address);
        }

        var (from, reason) = (posted["from"].ToString(), posted["reason"].ToString());
        var revoked = TypedDay.TryRead(from, out var day)
            ? await change.Revoke(me.Unit, id, day, reason, me, cancellation)
            : DeedFaults.Unreadable("from", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026.");
        return revoked.Refusal is { } refusal
            ? Revocation(found, from, reason, DeedFaults.AtInputs(refusal))
            : Results.LocalRedirect($"{Address}?done=revoked");
    }

    private static RazorComponentResult<RevocationPage> Revocation(Delegation found, string from, string reason, Refusal? refusal) => PageResult.Of<RevocationPage>(
        new { Delegation = found, From = from, Reason = reason, Refusal = refusal },
        refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private async Task<Delegation?> Find(Caller head, string id, CancellationToken cancellation) =>
        (await delegations.Of(head.Unit, cancellation)).Value.FirstOrDefault(given => given.Id == id);

    /// <summary>Who reports for the head's unit, today or within the time for which one may delegate.</summary>
    private async Task<IReadOnlyList<Person>> Reporters(Caller head, CancellationToken cancellation)
    {
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        return
        [
            .. (await people.Read(cancellation)).Value.People
                .Where(person => person.Id != head.Person
                    && person.IsReporterOf(head.Unit, today, today.AddYears(Delegation.MostYears)))
                .OrderBy(person => person.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>By its code, or by its name where only one unit has it.</summary>
    private static UnitCode? UnitIn(string asked, UnitDirectory directory)
    {
        if (UnitCode.TryParse(asked.ToUpperInvariant(), out var code) && directory.Find(code) is not null)
        {
            return code;
        }

        var plain = Search.Plain(asked);
        return plain.Length > 0 && directory.Units.Where(unit => Search.Plain(unit.Name) == plain).Take(2).ToList() is [var only]
            ? only.Code
            : null;
    }
}
