using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

/// <summary>The texts that cells share: only those that somebody asks for are kept.</summary>
internal static class SharedTexts
{
    public static IReadOnlyDictionary<int, string> Read(WorkbookPackage package, string? part, IReadOnlySet<int> wanted)
    {
        var texts = new Dictionary<int, string>();
        if (part is null || wanted.Count == 0)
        {
            return texts;
        }

        using var xml = package.Read(part);
        var (at, characters) = (-1, 0);
        while (xml.ReadTag() && texts.Count < wanted.Count)
        {
            if (xml.IsStart && xml.Name == "si" && wanted.Contains(++at))
            {
                texts[at] = RawCellReader.RichText(xml);
                characters += texts[at].Length;
                if (characters > Limits.Characters)
                {
                    throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
                }
            }
        }

        return texts;
    }
}
