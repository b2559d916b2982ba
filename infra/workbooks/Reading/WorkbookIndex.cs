using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

/// <summary>What the main part says: sheets, defined names, and from when days are counted.</summary>
internal sealed class WorkbookIndex
{
    private readonly Dictionary<string, string> _relations;
    private readonly List<(string Name, string Part)> _sheets = [];
    private readonly Dictionary<string, NamedPlace> _names = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookIndex(string part, Dictionary<string, string> relations) => (Part, _relations) = (part, relations);

    /// <summary>Path of the main part.</summary>
    public string Part { get; }

    /// <summary>In the order of the tabs.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets => _sheets;

    /// <summary>Those of the whole workbook; of a copied sheet its own names are left out.</summary>
    public IReadOnlyDictionary<string, NamedPlace> Names => _names;

    public bool CountsFrom1904 { get; private set; }

    public string? Styles { get; private set; }

    public string? SharedStrings { get; private set; }

    public static WorkbookIndex Read(WorkbookPackage package)
    {
        var part = Relations.Of(package, "").FirstOrDefault(relation => relation.Is("officeDocument"))?.Target
            ?? throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);
        var relations = Relations.Of(package, part);
        var index = new WorkbookIndex(
            part, relations.Where(relation => relation.Is("worksheet")).DistinctBy(relation => relation.Id)
                .ToDictionary(relation => relation.Id, relation => relation.Target))
        {
            Styles = relations.FirstOrDefault(relation => relation.Is("styles"))?.Target,
            SharedStrings = relations.FirstOrDefault(relation => relation.Is("sharedStrings"))?.Target,
        };
        using var xml = package.Read(part);
        while (xml.ReadTag())
        {
            if (xml.IsStart)
            {
                index.Take(xml);
            }
        }

        return index;
    }

    private void Take(PartReader xml)
    {
        switch (xml.Name)
        {
            case "workbookPr":
                CountsFrom1904 = xml.Attribute("date1904") is "1" or "true";
                break;
            case "sheet" when xml.Attribute("name") is { } name && _relations.TryGetValue(xml.Relation("id") ?? "", out var part):
                _sheets.Add((name, part));
                break;
            case "definedName" when xml.Attribute("localSheetId") is null && xml.Attribute("name") is { } name:
                _names[name] = NamedPlace.Parse(xml.Text());
                break;
        }

        if (_sheets.Count > Limits.Sheets || _names.Count > Limits.DefinedNames)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
        }
    }
}
