using System.Reflection;
using VksServerless.Local.Functions;

namespace VksServerless.EndToEnd;

/// <summary>The assembly that is deployed, loaded once for the whole process.</summary>
internal static class TheApp
{
    /// <summary>Of the assembly.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(
        typeof(TheApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "App").Value!);

    /// <summary>Of the repository: the assembly lies in functions/bin/configuration/framework.</summary>
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "..", "..", "..", ".."));

    private static readonly Lazy<Assembly> Loaded = new(() => AppAssembly.Load(Path));

    public static Assembly Assembly => Loaded.Value;
}
