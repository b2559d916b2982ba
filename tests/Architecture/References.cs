using VksServerless.Kernel;

namespace VksServerless.Architecture.Tests;

public class References
{
    private const string Domain = "shared/Domain/VksServerless.Domain.csproj";
    private const string Application = "shared/Application/VksServerless.Application.csproj";

    /// <summary>The doors of one machine: they start everything, and nothing in infra refers to them.</summary>
    private static readonly string[] Hosts = ["infra/server", "infra/emulation"];

    [Fact]
    public void The_domain_stands_on_the_base_class_library_alone()
    {
        Projects.ReferencesOf(Domain).ShouldBeEmpty();
        Projects.PackagesOf(Domain).ShouldBeEmpty();
        Projects.FrameworksOf(Domain).ShouldBeEmpty();
        typeof(Refusal).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_application_refers_to_the_domain_and_to_abstractions()
    {
        Projects.ReferencesOf(Application).ShouldBe([Domain]);
        Projects.FrameworksOf(Application).ShouldBeEmpty();
        Projects.PackagesOf(Application).ShouldAllBe(package =>
            package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && package.EndsWith(".Abstractions", StringComparison.Ordinal));
    }

    [Fact]
    public void Infra_refers_to_shared_and_to_infra_and_to_no_host()
    {
        var projects = Projects.In("infra").Where(project => !IsHost(project)).ToList();

        projects.Count.ShouldBeGreaterThanOrEqualTo(3);
        projects.SelectMany(Projects.AllReferencesOf)
            .Where(target => IsHost(target) || !(Projects.IsIn("shared", target) || Projects.IsIn("infra", target))).ShouldBeEmpty();
    }

    [Fact]
    public void Web_knows_no_cloud_and_no_storage()
    {
        const string Web = "infra/web/VksServerless.Web.csproj";
        var assemblies = typeof(Web.ReportingWeb).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();

        Projects.AllReferencesOf(Web).ShouldBe(
            [Application, Domain, "infra/documents/VksServerless.Documents.csproj"], ignoreOrder: true);
        Projects.AllReferencesOf(Web).Append(Web).SelectMany(Projects.PackagesOf).ShouldNotContain(package => IsCloud(package));
        assemblies.ShouldNotContain(name => IsCloud(name) || name == "VksServerless.Storage");
    }

    [Fact]
    public void Storage_documents_and_workbooks_know_no_cloud() =>
        new[]
            {
                "infra/storage/VksServerless.Storage.csproj", "infra/documents/VksServerless.Documents.csproj",
                "infra/workbooks/VksServerless.Workbooks.csproj",
            }
            .SelectMany(project => Projects.AllReferencesOf(project).Append(project)).SelectMany(Projects.PackagesOf)
            .ShouldNotContain(package => IsCloud(package));

    [Fact]
    public void Functions_refer_to_infra_and_shared_and_to_no_host()
    {
        var targets = Projects.In("functions").SelectMany(Projects.AllReferencesOf).ToList();

        targets.ShouldNotBeEmpty();
        targets.Where(target => IsHost(target) || !(Projects.IsIn("shared", target) || Projects.IsIn("infra", target))).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_refers_to_the_tests() =>
        new[] { "shared", "functions", "infra", "demo" }.SelectMany(Projects.In).SelectMany(Projects.ReferencesOf)
            .Where(target => Projects.IsIn("tests", target)).ShouldBeEmpty();

    private static bool IsHost(string project) => Hosts.Any(host => Projects.IsIn(host, project));

    private static bool IsCloud(string name) =>
        name.StartsWith("Azure.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Azure.", StringComparison.Ordinal);
}
