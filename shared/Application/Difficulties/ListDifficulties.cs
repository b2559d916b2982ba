using VksServerless.Difficulties;

namespace VksServerless.Application.Difficulties;

/// <summary>Pages over one shelf after the other: a unit's own difficulties and those of each of its subordinates.</summary>
public sealed class ListDifficulties(IDifficulties difficulties) : IUseCase
{
    private const char Separator = '/';

    /// <param name="continuation">Names the shelf and the place on it where the page before ended.</param>
    /// <returns>Null when the continuation is not of these shelves.</returns>
    public async Task<Page<DifficultyEntry>?> Execute(
        IReadOnlyList<Shelf> shelves, int size, string? continuation, CancellationToken cancellation)
    {
        var (at, after) = continuation is null ? (0, null) : PlaceOf(shelves, continuation);
        if (at < 0)
        {
            return null;
        }

        var found = new List<DifficultyEntry>();
        for (; at < shelves.Count; (at, after) = (at + 1, null))
        {
            if (found.Count == size)
            {
                return new Page<DifficultyEntry>(found, $"{NameOf(shelves[at])}{Separator}");
            }

            var page = await difficulties.List(shelves[at], size - found.Count, after, cancellation);
            found.AddRange(page.Items);
            if (page.Continuation is { } next)
            {
                return new Page<DifficultyEntry>(found, $"{NameOf(shelves[at])}{Separator}{next}");
            }
        }

        return new Page<DifficultyEntry>(found, null);
    }

    private static (int At, string? After) PlaceOf(IReadOnlyList<Shelf> shelves, string continuation)
    {
        var parts = continuation.Split(Separator, 2);
        var at = shelves.Index().Where(shelf => NameOf(shelf.Item) == parts[0]).Select(shelf => shelf.Index).FirstOrDefault(-1);
        return parts is [_, var after] ? (at, after.Length == 0 ? null : after) : (-1, null);
    }

    /// <summary>No two shelves of one list have the same name.</summary>
    private static string NameOf(Shelf shelf) =>
        $"{shelf.Unit}{(shelf.Assignee is { } to ? $"@{to}" : "")}{(shelf.State is { } state ? $"={(int)state}" : "")}";
}
