namespace VksServerless.Server.Storage;

internal static class Prefix
{
    /// <summary>Sorts after everything that begins with the prefix.</summary>
    public static string End(string prefix) => prefix + "\U0010FFFF";
}
