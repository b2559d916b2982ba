using System.Globalization;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;
using VksServerless.Workbooks.Reading;

namespace VksServerless.Workbooks.Marking;

/// <summary>Adds the sheet of faults to a workbook, or takes it out.</summary>
internal sealed class MarkedBook(MarkedPackage package, WorkbookIndex index)
{
    private const string RelationId = "rIdVksErrors";

    private readonly XElement _book = package.Tree(index.Part);
    private readonly XElement _relations = package.RelationsOf(index.Part);

    /// <summary>Whether it still has the marks of an earlier round.</summary>
    public bool WasMarked { get; } = index.Names.ContainsKey(Names.Errors);

    private XNamespace Ns => _book.Name.Namespace;

    private XElement Sheets => _book.Element(Ns + "sheets") ?? throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);

    public void RemoveErrors()
    {
        var name = index.Names.GetValueOrDefault(Names.Errors).Sheet;
        var at = string.IsNullOrEmpty(name) ? -1
            : Sheets.Elements().ToList().FindIndex(
                sheet => string.Equals((string?)sheet.Attribute("name"), name, StringComparison.OrdinalIgnoreCase));
        _book.Element(Ns + "definedNames")?.Elements().Where(named => (string?)named.Attribute("name") == Names.Errors).Remove();
        if (at < 0)
        {
            return;
        }

        Sheets.Elements().ElementAt(at).Remove();
        var part = index.Sheets.First(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)).Part;
        _relations.Elements()
            .Where(relation => PartPaths.Resolve(index.Part, (string?)relation.Attribute("Target") ?? "") == part).Remove();
        ContentTypes.Remove(package, part);
        package.Remove(part);
        package.Remove(PartPaths.RelationsOf(part));
        Renumber(sheet => sheet == at ? null : sheet > at ? sheet - 1 : sheet);
        ShowFirst();
    }

    public void AddErrors(IReadOnlyList<WorkbookFault> faults, MarkStyles styles)
    {
        var path = PartPaths.Resolve(index.Part, "worksheets/vks_errors.xml");
        var names = new SheetNames();
        foreach (var sheet in Sheets.Elements())
        {
            names.Take((string?)sheet.Attribute("name") ?? "");
        }

        var name = names.Take("Lỗi cần sửa");
        var number = Sheets.Elements().Select(sheet => (int?)sheet.Attribute("sheetId") ?? 0).Append(0).Max() + 1;
        var relation = Ns == Ooxml.StrictSheets ? Ooxml.StrictRelations : Ooxml.Relations;
        Sheets.AddFirst(new XElement(
            Ns + "sheet", new XAttribute("name", name), new XAttribute("sheetId", number),
            new XAttribute(XName.Get("id", relation), RelationId)));
        _relations.Elements().Where(known => (string?)known.Attribute("Id") == RelationId).Remove();
        _relations.Add(new XElement(
            Ooxml.PackageRelation + "Relationship", new XAttribute("Id", RelationId), new XAttribute("Type", $"{relation}/worksheet"),
            new XAttribute("Target", $"/{path}")));
        ContentTypes.Override(package, path, Ooxml.SheetType);
        package.Tree(path, () => ErrorSheet.Of(Ns, faults, styles));
        Renumber(sheet => sheet + 1);
        AddName(name);
        ShowFirst();
    }

    private void AddName(string sheet)
    {
        var names = _book.Element(Ns + "definedNames");
        if (names is null)
        {
            names = new XElement(Ns + "definedNames");
            (_book.Element(Ns + "externalReferences") ?? _book.Element(Ns + "functionGroups") ?? Sheets).AddAfterSelf(names);
        }

        names.Add(new XElement(Ns + "definedName", new XAttribute("name", Names.Errors), $"{SheetNames.Quoted(sheet)}!$A$1"));
    }

    /// <summary>Names that belong to one sheet say so by its position.</summary>
    private void Renumber(Func<int, int?> moved)
    {
        foreach (var named in _book.Elements(Ns + "definedNames").Elements().ToList())
        {
            if ((int?)named.Attribute("localSheetId") is not { } sheet)
            {
                continue;
            }

            if (moved(sheet) is { } to)
            {
                named.SetAttributeValue("localSheetId", to.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                named.Remove();
            }
        }
    }

    private void ShowFirst()
    {
        foreach (var view in _book.Elements(Ns + "bookViews").Elements())
        {
            view.SetAttributeValue("activeTab", 0);
            view.SetAttributeValue("firstSheet", null);
        }
    }
}
