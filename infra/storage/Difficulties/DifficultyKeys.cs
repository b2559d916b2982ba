using System.Globalization;
using VksServerless.Difficulties;
using VksServerless.Units;

namespace VksServerless.Storage.Difficulties;

/// <summary>
/// A difficulty stands under its id, and a short entry of it in each list that it belongs to: of all, of its unit, of its assignee;
/// there once by its state, and once, as long as it waits for an answer, by its time limit alone. What each unit raises on a day is
/// counted.
/// </summary>
public static class DifficultyKeys
{
    public const string Partition = "difficulties";

    private const string All = "a|";

    internal static string Of(DifficultyId id) => $"d|{id}";

    /// <summary>How many a unit has raised on a day.</summary>
    internal static string RaisedOn(UnitCode unit, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"c|{unit}|{day:yyyyMMdd}");

    internal static IReadOnlyList<string> Places(DifficultyEntry entry)
    {
        var at = entry.State switch
        {
            DifficultyState.Answered => entry.ChangedAt.UtcTicks,
            DifficultyState.Closed => DateTime.MaxValue.Ticks - entry.ChangedAt.UtcTicks,
            _ => entry.DueAt.UtcTicks,
        };
        string[] lists = [All, OfUnit(entry.Unit), .. entry.Assignee is { } assignee ? [ToAnswer(assignee)] : Array.Empty<string>()];
        return
        [
            .. lists.Select(list => $"{list}{ByState(entry.State)}{Ticks(at)}|{entry.Id}"),
            .. entry.Waits ? lists.Select(list => $"{list}{Waiting}{Ticks(entry.DueAt.UtcTicks)}|{entry.Id}") : [],
        ];
    }

    internal static string Prefix(Shelf shelf)
    {
        var list = shelf switch
        {
            { Unit: { } unit } => OfUnit(unit),
            { Assignee: { } assignee } => ToAnswer(assignee),
            _ => All,
        };
        return list + (shelf.OverdueAt is not null ? Waiting : shelf.State is { } state ? ByState(state) : States);
    }

    private const string States = "s|";

    private const string Waiting = "w|";

    private static string OfUnit(UnitCode unit) => $"u|{unit}|";

    private static string ToAnswer(UnitCode assignee) => $"t|{assignee}|";

    private static string ByState(DifficultyState state) => string.Create(CultureInfo.InvariantCulture, $"{States}{(int)state}|");

    private static string Ticks(long ticks) => ticks.ToString("D19", CultureInfo.InvariantCulture);
}
