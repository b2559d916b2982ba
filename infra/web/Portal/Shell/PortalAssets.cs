using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VksServerless.Web.Portal.Shell;

/// <summary>The style sheet, the script and the typeface of the pages: embedded when the project is built, cached for ever by their hash.</summary>
internal static class PortalAssets
{
    private const string Prefix = "assets/";
    private const string Folder = "/portal/assets";

    private static readonly FrozenDictionary<string, byte[]> Files = Read();

    private static readonly string Version = Hash();

    /// <summary>The address of a file, e.g. portal.css.</summary>
    public static string Address(string file) => $"{Folder}/{Version}/{file}";

    public static bool Is(PathString path) => path.StartsWithSegments(Folder);

    /// <summary>The texts in a folder whose names end so, each with its name without folder and ending.</summary>
    public static IEnumerable<(string Name, string Text)> In(string folder, string ending) => Files
        .Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal) && file.Key.EndsWith(ending, StringComparison.Ordinal))
        .Select(file => (file.Key[folder.Length..^ending.Length], Encoding.UTF8.GetString(file.Value)));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Folder + "/{version}/{**file}", Serve).AllowAnonymous();

    private static IResult Serve(HttpContext http, string version, string file)
    {
        if (!Files.TryGetValue(file, out var content))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.GetTypedHeaders().AcceptEncoding.Any(taken => taken is { Value.Value: "br", Quality: not 0 })
            && Files.TryGetValue(file + ".br", out var compressed))
        {
            http.Response.Headers.ContentEncoding = "br";
            content = compressed;
        }

        return Results.Bytes(content, KindOf(file));
    }

    private static string KindOf(string file) => Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".woff2" => "font/woff2",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        _ => "application/octet-stream",
    };

    private static FrozenDictionary<string, byte[]> Read()
    {
        var assembly = typeof(PortalAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return content;
            });
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
