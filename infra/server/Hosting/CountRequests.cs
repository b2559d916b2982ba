namespace VksServerless.Server.Hosting;

/// <summary>A request is work until it is answered.</summary>
internal sealed class CountRequests(RequestDelegate next, Workload workload)
{
    public async Task InvokeAsync(HttpContext http)
    {
        workload.Began(Work.Request);
        try
        {
            await next(http);
        }
        finally
        {
            workload.Ended(Work.Request);
        }
    }
}
