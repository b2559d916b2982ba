using System.Xml.Linq;

namespace VksServerless.Architecture.Tests;

/// <summary>The repository's projects and what they refer to, by path from the root.</summary>
internal static class Projects
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> In(string folder) => !Directory.Exists(Path.Combine(Root, folder)) ? [] :
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Select(Relative)
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsIn(string folder, string project) => project.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The projects that a project names itself.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. Items(project, "ProjectReference").Select(path =>
            Relative(Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(project)!, path.Replace('\\', '/'))))),
    ];

    /// <summary>The projects that it names, and those that these name.</summary>
    public static IEnumerable<string> AllReferencesOf(string project) =>
        ReferencesOf(project).SelectMany(reference => AllReferencesOf(reference).Prepend(reference)).Distinct();

    public static IReadOnlyList<string> PackagesOf(string project) => Items(project, "PackageReference");

    public static IReadOnlyList<string> FrameworksOf(string project) => Items(project, "FrameworkReference");

    private static IReadOnlyList<string> Items(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Root, project)).Descendants(kind).Select(item => item.Attribute("Include")!.Value)];

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "VksServerless.sln")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return at.FullName;
    }
}
