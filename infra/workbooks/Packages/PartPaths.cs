namespace VksServerless.Workbooks.Packages;

/// <summary>Paths of parts within a package.</summary>
internal static class PartPaths
{
    /// <summary>Where the relationships of a part stand: xl/_rels/workbook.xml.rels.</summary>
    public static string RelationsOf(string part)
    {
        var slash = part.LastIndexOf('/');
        return $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
    }

    /// <summary>A target as a relationship of the part names it, from the root of the package, without a slash before it.</summary>
    public static string Resolve(string part, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = new List<string>(part.Split('/')[..^1]);
        foreach (var step in target.Split('/'))
        {
            switch (step)
            {
                case ".":
                    break;
                case "..":
                    if (steps.Count > 0)
                    {
                        steps.RemoveAt(steps.Count - 1);
                    }

                    break;
                default:
                    steps.Add(step);
                    break;
            }
        }

        return string.Join('/', steps);
    }
}
