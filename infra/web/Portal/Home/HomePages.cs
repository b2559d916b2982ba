using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Tasks;
using VksServerless.Application.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Home;

/// <summary>What waits for the reader.</summary>
internal sealed class HomePages(ReadTasks tasks, IDirectoryStore directories, TimeProvider clock) : IPages
{
    public void Map(IEndpointRouteBuilder portal) => portal.MapGet("", Show);

    private async Task<IResult> Show(HttpRequest request, CancellationToken cancellation) => PageResult.Of<HomePage>(new
    {
        Tasks = await tasks.Execute(request.Caller(), cancellation),
        Directory = (await directories.Read(cancellation)).Value,
        Now = clock.GetUtcNow(),
    });
}
