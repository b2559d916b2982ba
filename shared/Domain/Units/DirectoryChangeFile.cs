using System.Text.Json;

namespace VksServerless.Units;

/// <summary>A change of the directory as a file: what an administrator sends, and what this version of the system ships.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
/// <param name="Units">New units in full; of a unit that is in the directory, its code and what changes.</param>
public sealed record DirectoryChangeFile(
    IReadOnlyList<DirectoryChangeFile.Line> Units, IReadOnlyList<DirectoryChangeFile.Entry> Successions, string? Reason = null)
{
    private const string Folder = "unit-changes/";

    /// <summary>The columns of a directory file.</summary>
    public sealed record Line(
        string Code, string Name = "", string Level = "", string Superior = "", string Head = "", string Mails = "", string ValidFrom = "",
        string ValidTo = "");

    /// <param name="Kind">merge, split, separate, rename or reparent.</param>
    /// <param name="Day">The first day on which it is so, yyyy-MM-dd.</param>
    public sealed record Entry(string Predecessor, string Successor, string Kind, string Day, string Note = "");

    /// <summary>The names of the shipped changes, each the day on which it came into force.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. typeof(DirectoryChangeFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length]).Order(StringComparer.Ordinal),
    ];

    /// <returns>Null when no change of that name is shipped.</returns>
    public static DirectoryChangeFile? Find(string name)
    {
        if (!Shipped.Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        using var file = typeof(DirectoryChangeFile).Assembly.GetManifestResourceStream($"{Folder}{name}.json")!;
        return JsonSerializer.Deserialize<DirectoryChangeFile>(file, DomainJson.Options);
    }

    /// <summary>Applies it to the directory, or says of every line what is wrong.</summary>
    public Outcome<UnitDirectory> ApplyTo(UnitDirectory directory, string by, DateTimeOffset now) =>
        directory.Change([.. Units.Select(Read)], [.. Successions.Select(Read)], (Reason ?? "").Trim(), by, now);

    // A null that was sent in a line's place is a line without a code.
    private static UnitLine Read(Line? line, int number) =>
        line is null ? new UnitLine(number, "", "", "", "", "", "", "", "")
            : new UnitLine(number, line.Code, line.Name, line.Level, line.Superior, line.Head, line.Mails, line.ValidFrom, line.ValidTo);

    private static SuccessionLine Read(Entry? entry, int number) =>
        entry is null ? new SuccessionLine(number, "", "", "", "", "")
            : new SuccessionLine(number, entry.Predecessor, entry.Successor, entry.Kind, entry.Day, entry.Note);
}
