namespace VksServerless.Web.Door.Bodies;

/// <summary>Places in a JSON document (RFC 6901).</summary>
internal static class JsonPointer
{
    private const int LongestShown = 80;

    public static string Escape(string name) => (name.Length > LongestShown ? name[..LongestShown] : name)
        .Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
