using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VksServerless.Access;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Difficulties;

/// <summary>Which difficulties a request asks for, as far as its sender may see them.</summary>
internal static class DifficultyQuery
{
    private static readonly Dictionary<string, DifficultyState> States =
        Enum.GetValues<DifficultyState>()
            .ToDictionary(state => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString()), StringComparer.Ordinal);

    /// <returns>One shelf of each unit that is asked for, or one of all.</returns>
    public static Outcome<List<Shelf>> Read(HttpRequest request, UnitDirectory directory, DateTimeOffset now)
    {
        var caller = request.Caller();
        var readsAll = Permission.ReadsDifficulty(caller, UnitCode.Sector, null, directory);
        if (!readsAll && !Permission.RaisesDifficulties(caller))
        {
            return AccessRefusals.NotPermitted;
        }

        var (unit, assignee, shelf) = (CodeOf(request, "unit"), CodeOf(request, "assignee"), ShelfOf(request, now));
        if (unit.Refused || assignee.Refused || shelf.Refused || (unit.Value is not null && assignee.Value is not null))
        {
            return DifficultyRefusals.QueryWrong;
        }

        return (unit.Value, assignee.Value) switch
        {
            ({ } of, _) when Permission.ReadsDifficulty(caller, of, null, directory) => new List<Shelf> { shelf.Value with { Unit = of } },
            (_, { } to) when readsAll || caller.Unit == to => new List<Shelf> { shelf.Value with { Assignee = to } },
            (null, null) when readsAll => new List<Shelf> { shelf.Value },
            (null, null) => directory.Within(caller.Unit).Select(of => shelf.Value with { Unit = of }).ToList(),
            _ => AccessRefusals.NotPermitted,
        };
    }

    private static Outcome<UnitCode?> CodeOf(HttpRequest request, string name) =>
        !request.Query.TryGetValue(name, out var sent) ? (UnitCode?)null
        : sent is [{ } text] && UnitCode.TryParse(text, out var code) ? code
        : DifficultyRefusals.QueryWrong;

    private static Outcome<Shelf> ShelfOf(HttpRequest request, DateTimeOffset now) => (
        Only(request, "state"), Only(request, "overdue")) switch
    {
        (null, null or "false") => Shelf.All,
        (null, "true") => Shelf.All with { OverdueAt = now },
        ({ } text, null or "false") when States.TryGetValue(text, out var state) => Shelf.All with { State = state },
        _ => DifficultyRefusals.QueryWrong,
    };

    /// <summary>Null: it was not sent. What was sent twice is nothing that anybody knows.</summary>
    private static string? Only(HttpRequest request, string name) =>
        request.Query.TryGetValue(name, out var sent) ? sent is [{ } text] ? text : "?" : null;
}
