using System.Reflection;
using VksServerless.Local.Functions;

namespace VksServerless.EndToEnd;

/// <summary>The assembly that is deployed, loaded once for the whole process.</summary>
internal static class TheApp
{
    private static readonly Lazy<Assembly> Loaded = new(() => AppAssembly.Load(
        typeof(TheApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "App").Value!));

    public static Assembly Assembly => Loaded.Value;
}
