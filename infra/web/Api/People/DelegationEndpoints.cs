using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.People;

/// <summary>Ủy quyền ký duyệt of a unit: given and revoked by its head, read also by the centre and the inspector.</summary>
public sealed class DelegationEndpoints(IDelegations delegations, ChangeDelegations change) : IEndpoints
{
    private const string Delegations = "units/{unit}/delegations";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Delegations, ListDelegations);
        api.MapPost(Delegations, GiveDelegation);
        api.MapPost(Delegations + "/{id}/revoke", RevokeDelegation);
    }

    [Operation("Các ủy quyền ký duyệt của đơn vị, cả đã hết hiệu lực và đã thu hồi", typeof(IReadOnlyList<DelegationView>))]
    public async Task<IResult> ListDelegations(HttpRequest request, string unit, CancellationToken cancellation) =>
        UnitCode.TryParse(unit, out var code) && Permission.ReadsDelegations(request.Caller(), code)
            ? Reply.Ok((await delegations.Of(code, cancellation)).Value.Select(DelegationView.Of).ToList())
            : Reply.Problem(AccessRefusals.NotPermitted);

    [Operation("Thủ trưởng ủy quyền ký duyệt cho một người của đơn vị, từ ngày đến ngày", typeof(DelegationView), Idempotent = true)]
    [Takes(typeof(DelegationBody))]
    public async Task<IResult> GiveDelegation(HttpRequest request, string unit, CancellationToken cancellation)
    {
        var head = HeadOf(request, unit);
        var key = IdempotencyHeader.Of(request);
        var body = head.Refused || key.Refused ? default : await RequestBody.Read<DelegationBody>(request, cancellation);
        return (head.Refusal ?? key.Refusal ?? body.Refusal) is { } refusal
            ? Reply.Problem(refusal)
            : (await change.Give(head.Value, body.Value.Asked, key.Value, request.Caller(), cancellation)).ToReply(given =>
                Reply.Created($"/api/units/{given.Unit}/delegations", DelegationView.Of(given)));
    }

    [Operation("Thủ trưởng thu hồi ủy quyền kể từ một ngày", typeof(DelegationView))]
    [Takes(typeof(RevocationBody))]
    public async Task<IResult> RevokeDelegation(HttpRequest request, string unit, string id, CancellationToken cancellation)
    {
        var head = HeadOf(request, unit);
        var body = head.Refused ? default : await RequestBody.Read<RevocationBody>(request, cancellation);
        return (head.Refusal ?? body.Refusal) is { } refusal
            ? Reply.Problem(refusal)
            : (await change.Revoke(head.Value, id, body.Value.From, body.Value.Reason, request.Caller(), cancellation))
                .ToReply(revoked => Reply.Ok(DelegationView.Of(revoked)));
    }

    private static Outcome<UnitCode> HeadOf(HttpRequest request, string unit) =>
        UnitCode.TryParse(unit, out var code) && Permission.Delegates(request.Caller(), code) ? code : AccessRefusals.NotPermitted;
}

/// <param name="Person">The delegate's subject (sub) in the tokens.</param>
/// <param name="Name">The delegate's, as receipts and records name people.</param>
/// <param name="From">First day, in Vietnam.</param>
/// <param name="To">Last day; at most a year after the first.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
public sealed record DelegationBody(string Person, string Name, DateOnly From, DateOnly To, string Reason)
{
    internal DelegationAsked Asked => new(Person, Name, From, To, Reason);
}

/// <param name="From">The first day on which the delegation is not in force: today or later.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
public sealed record RevocationBody(DateOnly From, string Reason);

/// <param name="To">Last day as it was given.</param>
/// <param name="Revoked">Null while nobody has revoked it.</param>
public sealed record DelegationView(
    string Id, UnitCode Unit, string Name, DateOnly From, DateOnly To, string Reason, string By, DateTimeOffset At, RevocationView? Revoked)
{
    public static DelegationView Of(Delegation given) => new(
        given.Id, given.Unit, given.Name, given.From, given.To, given.Reason, given.ByName, given.At,
        given.Revoked is { } revoked ? new RevocationView(revoked.From, revoked.Reason, revoked.ByName, revoked.At) : null);
}

/// <param name="From">The first day on which it is not in force.</param>
public sealed record RevocationView(DateOnly From, string Reason, string By, DateTimeOffset At);
