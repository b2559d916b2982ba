using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
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
    ReadTasks tasks, FindDifficulties difficulties, FindPublications find, AcknowledgePublication acknowledge, IDirectoryStore directories,
    TimeProvider clock) : IPages
{
    private const int MostDifficulties = 30;

    /// <summary>What was published before is read where all publications are.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(60);

    public void Map(IEndpointRouteBuilder portal) => portal.MapGet("", Show);

    private async Task<IResult> Show(HttpRequest request, CancellationToken cancellation) => PageResult.Of<HomePage>(new
    {
        Tasks = await tasks.Execute(request.Caller(), cancellation),
        Difficulties = await DifficultiesWaiting(request.Caller(), cancellation),
        Unread = await Unread(request.Caller(), cancellation),
        Directory = (await directories.Read(cancellation)).Value,
        Now = clock.GetUtcNow(),
    });

    private async Task<IReadOnlyList<PublicationFound>> Unread(Caller caller, CancellationToken cancellation) =>
        Permission.Acknowledges(caller)
            ? await acknowledge.Waiting(caller, await find.Since(caller, clock.GetUtcNow() - Recent, cancellation), cancellation)
            : [];

    private async Task<IReadOnlyList<DifficultyEntry>> DifficultiesWaiting(Caller caller, CancellationToken cancellation)
    {
        var found = await difficulties.Execute(new DifficultyFilter(Mine: true), caller, MostDifficulties, null, cancellation);
        return found.Refused ? [] : found.Value.Items;
    }
}
