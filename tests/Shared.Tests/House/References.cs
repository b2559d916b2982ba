using System.Xml.Linq;

namespace VksServerless.Tests.House;

public class References
{
    // The single-machine edition runs the functions' assembly: it is a host, and nothing in infra refers to it.
    private const string Host = "infra/local/VksServerless.Local.csproj";

    private static readonly string Root = FindRoot();

    [Fact]
    public void Shared_stands_on_the_base_class_library_alone()
    {
        var project = Project("shared/VksServerless.Shared.csproj");

        project.Descendants().Where(item => item.Name.LocalName is "PackageReference" or "CloudPackage" or "FrameworkReference" or "Reference").ShouldBeEmpty();
        typeof(Refusal).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_refers_to_no_project() => ReferencesOf("shared/VksServerless.Shared.csproj").ShouldBeEmpty();

    [Fact]
    public void Infra_refers_to_shared_and_to_infra()
    {
        var projects = Projects("infra").Where(project => project != Host).ToArray();

        projects.Length.ShouldBeGreaterThanOrEqualTo(3);
        projects.SelectMany(ReferencesOf).Where(target => !IsIn("shared", target) && !IsIn("infra", target)).ShouldBeEmpty();
        projects.SelectMany(ReferencesOf).ShouldNotContain(Host);
    }

    [Fact]
    public void Functions_refer_to_infra_and_shared_but_not_to_the_single_machine_edition()
    {
        var targets = Projects("functions").SelectMany(ReferencesOf).ToArray();

        targets.ShouldNotBeEmpty();
        targets.Where(target => !IsIn("shared", target) && !IsIn("infra", target)).ShouldBeEmpty();
        targets.ShouldNotContain(Host);
    }

    [Fact]
    public void Nothing_refers_to_the_tests() =>
        new[] { "shared", "functions", "infra" }.SelectMany(Projects).SelectMany(ReferencesOf).Where(target => IsIn("tests", target)).ShouldBeEmpty();

    private static bool IsIn(string room, string project) => project.StartsWith(room + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Projects(string room) =>
        Directory.EnumerateFiles(Path.Combine(Root, room), "*.csproj", SearchOption.AllDirectories).Select(Relative);

    private static string[] ReferencesOf(string project) =>
    [
        .. Project(project).Descendants("ProjectReference")
            .Select(reference => Relative(Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value)))),
    ];

    private static XDocument Project(string path) => XDocument.Load(Path.Combine(Root, path));

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
