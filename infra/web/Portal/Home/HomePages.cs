using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Publications;
using VksServerless.Application.Tasks;
using VksServerless.Application.Units;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Home;

/// <summary>What waits for the reader.</summary>
internal sealed class HomePages(
    ReadTasks tasks, FindDifficulties difficulties, AcknowledgePublication acknowledge, IDirectoryStore directories, TimeProvider clock) : IPages
{
    private const int MostDifficulties = 30;

    public void Map(IEndpointRouteBuilder portal) => portal.MapGet("", Show);

    private async Task<IResult> Show(HttpRequest request, CancellationToken cancellation) => PageResult.Of<HomePage>(new
    {
        Tasks = await tasks.Execute(request.Caller(), cancellation),
        Difficulties = await DifficultiesWaiting(request.Caller(), cancellation),
        Unread = await acknowledge.WaitingOfLate(request.Caller(), cancellation),
        Directory = (await directories.Read(cancellation)).Value,
        Now = clock.GetUtcNow(),
    });

    private async Task<IReadOnlyList<DifficultyEntry>> DifficultiesWaiting(Caller caller, CancellationToken cancellation)
    {
        var found = await difficulties.Execute(new DifficultyFilter(Mine: true), caller, MostDifficulties, null, cancellation);
        return found.Refused ? [] : found.Value.Items;
    }
}
