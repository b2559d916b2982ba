using System.Reflection;

namespace VksServerless.EndToEnd;

/// <summary>Where what a person starts lies.</summary>
internal static class TheHouse
{
    /// <summary>Of the repository.</summary>
    public static string Root { get; } = PathOf("Root");

    /// <summary>The program that serves.</summary>
    public static string Server { get; } = PathOf("Server");

    /// <summary>The program that plays the demo.</summary>
    public static string Demo { get; } = PathOf("Demo");

    /// <summary>Whether also what takes long is to be tested: ./test.sh --long.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("VKS_LONG") == "1";

    private static string PathOf(string name) => Path.GetFullPath(
        typeof(TheHouse).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!);
}
