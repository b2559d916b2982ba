using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

/// <summary>The texts that cells share: only those that somebody asks for are kept.</summary>
internal static class SharedTexts
{
    public static IReadOnlyDictionary<int, string> Read(WorkbookPackage package, string? part, IReadOnlySet<int> wanted, TextBudget budget)
    {
        var texts = new Dictionary<int, string>();
        if (part is null || wanted.Count == 0)
        {
            return texts;
        }

        using var xml = package.Read(part);
        var at = -1;
        while (xml.ReadTag() && texts.Count < wanted.Count)
        {
            if (xml.IsStart && xml.Name == "si" && wanted.Contains(++at))
            {
                texts[at] = RawCellReader.RichText(xml);
                budget.Spend(texts[at]);
            }
        }

        return texts;
    }
}
