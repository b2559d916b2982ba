using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace VksServerless.Architecture.Tests;

/// <summary>Which folders of an assembly use which: a type's folder is the part of its namespace after a prefix.</summary>
internal sealed class Dependencies
{
    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _uses = [];

    /// <param name="prefix">The namespace of the assembly's root folder; types outside of its folders are not looked at.</param>
    public Dependencies(System.Reflection.Assembly assembly, string prefix)
    {
        var types = new ArchLoader().LoadAssemblies(assembly).Build().Types.Where(type => FolderOf(type, prefix) is not null).ToList();
        Folders = [.. types.Select(type => FolderOf(type, prefix)!).Distinct().Order(StringComparer.Ordinal)];
        foreach (var type in types)
        {
            foreach (var used in type.GetTypeDependencies().Distinct())
            {
                Add(type, FolderOf(type, prefix)!, used, FolderOf(used, prefix));
            }
        }
    }

    public IReadOnlyList<string> Folders { get; }

    /// <summary>Each as "Folder/Type uses Folder/Type".</summary>
    public IEnumerable<string> Where(Func<string, string, bool> from) =>
        _uses.Where(use => from(use.Key.From, use.Key.To)).SelectMany(use => use.Value);

    public int Count(string from, string to) => _uses.TryGetValue((from, to), out var uses) ? uses.Count : 0;

    /// <summary>Every use that lies on a circle.</summary>
    public IEnumerable<string> Circles() => Where((from, to) => Reaches(to, from, []));

    private bool Reaches(string from, string to, HashSet<string> seen) => from == to
        || (seen.Add(from) && _uses.Keys.Where(use => use.From == from).Any(use => Reaches(use.To, to, seen)));

    private void Add(IType user, string from, IType used, string? to)
    {
        if (to is null || to == from)
        {
            return;
        }

        if (!_uses.TryGetValue((from, to), out var uses))
        {
            _uses.Add((from, to), uses = new SortedSet<string>(StringComparer.Ordinal));
        }

        uses.Add($"{from}/{NameOf(user)} uses {to}/{NameOf(used)}");
    }

    private static string? FolderOf(IType type, string prefix) =>
        type.FullName.StartsWith(prefix + ".", StringComparison.Ordinal)
            && type.FullName[(prefix.Length + 1)..].Split('.') is [var folder, _, ..]
            ? folder
            : null;

    /// <summary>Of what the compiler makes inside a type, the type.</summary>
    private static string NameOf(IType type) => type.FullName.Split('.')[^1].Split('+')[0].Split('`')[0];
}
