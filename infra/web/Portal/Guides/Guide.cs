using System.Collections.Frozen;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Guides;

/// <summary>How one kind of person does his work: a file of docs/guides, rendered when the portal was bundled.</summary>
public sealed record Guide(string Name, string Title, string Content)
{
    private const string Folder = "guides/";

    private static readonly FrozenDictionary<string, Guide> All =
        PortalAssets.In(Folder, ".html").Select(Read).ToFrozenDictionary(guide => guide.Name);

    /// <summary>Which there are.</summary>
    public static Guide Overview => All["README"];

    public string Address => this == Overview ? "/portal/guides" : $"/portal/guides/{Name}";

    public static Guide? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Its first line is its heading, which the page has already.</summary>
    private static Guide Read((string Name, string Html) file)
    {
        var pictures = PortalAssets.Address($"{Folder}pictures/");
        var heading = file.Html.IndexOf("</h1>", StringComparison.Ordinal);
        return new Guide(
            file.Name,
            file.Html["<h1>".Length..heading],
            file.Html[(heading + "</h1>".Length)..].Replace("src=\"pictures/", $"src=\"{pictures}", StringComparison.Ordinal));
    }
}
