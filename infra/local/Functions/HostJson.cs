using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.Local.Functions;

/// <summary>What this edition heeds of the application's host.json.</summary>
internal sealed record HostJson(string RoutePrefix, string DefaultVersion)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static HostJson Beside(string assembly)
    {
        var path = Path.Combine(Path.GetDirectoryName(assembly)!, "host.json");
        var extensions = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path), null, Lenient)?["extensions"] : null;
        return new HostJson(
            (string?)extensions?["http"]?["routePrefix"] ?? "api",
            (string?)extensions?["durableTask"]?["defaultVersion"] ?? "");
    }
}
