using System.Xml;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>The lists that cells choose from, a column each.</summary>
internal sealed class ListSheet(BookDraft draft) : ISheet
{
    public string Name { get; } = draft.SheetNames.Take("vks_lists");

    public Visibility Visibility => Visibility.Hidden;

    public string? PrintTitles => null;

    public void Write(XmlWriter xml)
    {
        var lists = draft.Lists.All;
        var sheet = new SheetWriter(xml, new SheetSetup(Name, [20]), draft.Styles, isFirst: false);
        for (var row = 0; lists.Any(list => list.Count > row); row++)
        {
            sheet.Add([.. lists.Select(list => list.Count > row ? CellContent.Text(list[row], new CellStyle(Look.Plain)) : null)]);
        }

        foreach (var (at, list) in lists.Index())
        {
            draft.Names.Add(Names.OfList(at + 1), Name, new CellReference(1, at + 1), new CellReference(list.Count, at + 1));
        }

        sheet.End();
    }
}

/// <summary>What the workbook is.</summary>
internal sealed class IdentitySheet(BookDraft draft) : ISheet
{
    public string Name { get; } = draft.SheetNames.Take(IdentityRows.SheetName);

    public Visibility Visibility => Visibility.VeryHidden;

    public string? PrintTitles => null;

    public void Write(XmlWriter xml)
    {
        var sheet = new SheetWriter(xml, new SheetSetup(Name, [20, 40, 40]), draft.Styles, isFirst: false);
        foreach (var row in draft.Identity.All(draft.Report.Identity))
        {
            sheet.Add([.. row.Select(text => CellContent.Text(text, new CellStyle(Look.Plain, "@")))]);
        }

        draft.Names.Add(Names.Identity, Name, new CellReference(1, 1));
        sheet.End();
    }
}
