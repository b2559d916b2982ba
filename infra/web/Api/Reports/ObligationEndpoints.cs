using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>Who owes what in a cycle, and what has been accepted, for those who may see it all or for a superior.</summary>
public sealed class ObligationEndpoints(CycleAccess access, ICycles cycles, IReports reports, IForms forms) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("cycles/{cycle}/obligations", ListObligations);
        api.MapGet("cycles/{cycle}/accepted", ListAccepted);
    }

    [Operation("Nghĩa vụ báo cáo của các đơn vị (?superior= để chỉ lấy cấp dưới trực tiếp của một đơn " +
        "vị)", typeof(PageView<ObligationView>), Paged = true, Query = ["superior"])]
    public async Task<IResult> ListObligations(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        var paging = Paging.Read(request, usual: 200, max: 1000);
        if ((found.Refusal ?? paging.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var id = found.Value.Id;
        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        if (request.Query["superior"] is [{ } text])
        {
            return UnitCode.TryParse(text, out var superior) && Permission.ReadsTotals(request.Caller(), superior, roster, found.Value)
                ? Reply.Ok(new PageView<ObligationView>([.. (await reports.Under(id, superior, cancellation))
                    .Select(of => ObligationView.Of(of, roster))], null))
                : Reply.Problem(AccessRefusals.NotPermitted);
        }

        if (!Permission.ReadsPublications(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var page = await reports.List(id, paging.Value.Size, paging.Value.Continuation, cancellation);
        return Reply.Ok(page.ToView(read => ObligationView.Of(read.Value, roster)));
    }

    [Operation("Các bản báo cáo đã được duyệt với mọi số liệu", typeof(PageView<AcceptedView>), Paged = true)]
    public async Task<IResult> ListAccepted(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        var paging = Paging.Read(request, usual: 100, max: 200);
        if ((found.Refusal ?? paging.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var id = found.Value.Id;
        var form = (await forms.Find(found.Value.Terms.Form, cancellation))!;
        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        var page = await reports.List(id, paging.Value.Size, paging.Value.Continuation, cancellation);
        var accepted = new List<AcceptedView>();
        foreach (var obligation in page.Items.Select(read => read.Value))
        {
            if (await reports.AcceptedContentOf(obligation, form, cancellation) is { } content)
            {
                accepted.Add(AcceptedView.Of(obligation, content, roster));
            }
        }

        return Reply.Ok(new Page<AcceptedView>(accepted, page.Continuation).ToView(view => view));
    }
}
