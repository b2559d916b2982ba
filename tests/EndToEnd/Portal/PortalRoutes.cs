using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Every address of the portal that a person may ask for.</summary>
internal static partial class PortalRoutes
{
    /// <returns>Method and pattern, e.g. GET and portal/cycles/{cycle}; constraints of parameters left out.</returns>
    public static IReadOnlyList<(string Method, string Pattern)> Of(AHost host) =>
    [
        .. host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => (method, PatternOf(endpoint.RoutePattern))))
            .Where(route => route.Item2.StartsWith("portal", StringComparison.Ordinal)
                && !route.Item2.StartsWith("portal/assets", StringComparison.Ordinal))
            .Distinct(),
    ];

    private static string PatternOf(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(
        segment.Parts.Select(part => part is RoutePatternParameterPart parameter
            ? $"{{{parameter.Name}}}"
            : ((RoutePatternLiteralPart)part).Content))));

    /// <summary>The pattern with its parameters filled in.</summary>
    public static string Fill(string pattern, IReadOnlyDictionary<string, string> values) => Parameter().Replace(
        pattern,
        parameter => values.TryGetValue(parameter.Groups[1].Value, out var value)
            ? Uri.EscapeDataString(value)
            : throw new KeyNotFoundException($"No value is known for {{{parameter.Groups[1].Value}}} of {pattern}."));

    /// <summary>Whether an address, without its query, is one of the pattern. A literal part is never a parameter's value.</summary>
    public static bool Matches(string pattern, string path)
    {
        var (wanted, given) = (pattern.Split('/'), path.Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(each => each.First.StartsWith('{') || each.First == each.Second);
    }

    [GeneratedRegex(@"\{([a-z]+)\}", RegexOptions.IgnoreCase)]
    private static partial Regex Parameter();
}
