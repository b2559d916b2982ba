using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Events;
using VksServerless.People;
using VksServerless.Web.Api.Health;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Operations;

/// <summary>Whether the system works: what answers, what still waits, what was given up and can be done again.</summary>
internal sealed class OperationPages(
    HealthWatch health, IDeliveryQueues queues, ISetAsideMessages setAside, ResendMessages resend, TimeProvider clock) : IPages
{
    private const int PageSize = 50;
    private const int MostResent = 20;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("operations", Show);
        portal.MapPost("operations/resend", Resend);
        portal.MapPost("operations/collect", Collect);
    }

    private async Task<IResult> Show(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.ReadsOperations(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var continuation = request.Query["continuation"].ToString() is { Length: > 0 and <= 2000 } next ? next : null;
        var (parts, waiting) = (await health.Look().WaitAsync(cancellation), await QueuesOrNone(cancellation));
        var given = await setAside.List(PageSize, continuation, cancellation);
        return PageResult.Of<OperationsPage>(new
        {
            Parts = parts,
            Queues = waiting,
            SetAside = given.Items,
            Next = given.Continuation,
            IsFirst = continuation is null,
            Resent = (IReadOnlyList<MessageResend>)
            [
                .. (await setAside.Resent(1000, null, cancellation)).Items.OrderByDescending(one => one.At).Take(MostResent),
            ],
            Operates = Permission.Operates(request.Caller()),
            Now = clock.GetUtcNow(),
            Done = DoneText(request.Query["done"].ToString(), request.Query["count"].ToString()),
        });
    }

    /// <summary>A page about what does not answer must not need it.</summary>
    private async Task<IReadOnlyList<DeliveryQueue>?> QueuesOrNone(CancellationToken cancellation)
    {
        try
        {
            return await queues.Read(cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IResult> Resend(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.Operates(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var sent = posted["all"] == "true"
            ? await resend.All(me, cancellation)
            : await resend.One(posted["queue"].ToString(), posted["message"].ToString(), me, cancellation);
        return sent.Refusal is { } refusal
            ? ReportPages.Refused(refusal, OperationWords.Address)
            : Results.LocalRedirect($"{OperationWords.Address}?done=resent&count={sent.Value}");
    }

    private async Task<IResult> Collect(HttpRequest request, CancellationToken cancellation) => !Permission.Operates(request.Caller())
        ? ReportPages.Refused(AccessRefusals.NotPermitted)
        : Results.LocalRedirect($"{OperationWords.Address}?done=collected&count={await queues.CollectGivenUp(cancellation)}");

    private static string DoneText(string done, string count) => int.TryParse(count, out var number) is false ? "" : done switch
    {
        "resent" => $"Đã đưa {number} việc vào hàng đợi để làm lại.",
        "collected" => $"Đã chuyển {number} việc vào danh sách để lại.",
        _ => "",
    };
}
