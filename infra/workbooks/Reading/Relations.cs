using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

/// <param name="Target">Path from the root of the package.</param>
internal sealed record Relation(string Id, string Type, string Target)
{
    /// <summary>By the last word of its type, which both standards share.</summary>
    public bool Is(string kind) => Type.EndsWith($"/{kind}", StringComparison.Ordinal);
}

/// <summary>What a part refers to within its package.</summary>
internal static class Relations
{
    /// <param name="part">Empty: the package itself.</param>
    public static IReadOnlyList<Relation> Of(WorkbookPackage package, string part)
    {
        var path = PartPaths.RelationsOf(part);
        var found = new List<Relation>();
        if (!package.Has(path))
        {
            return found;
        }

        using var xml = new PartReader(package.Inflate(path, Limits.TreeBytes));
        while (xml.ReadTag())
        {
            if (xml.IsStart && xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External")
            {
                found.Add(new Relation(
                    xml.Attribute("Id") ?? "", xml.Attribute("Type") ?? "", PartPaths.Resolve(part, xml.Attribute("Target") ?? "")));
            }
        }

        return found;
    }
}
