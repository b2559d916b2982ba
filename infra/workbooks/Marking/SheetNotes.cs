using System.Text;
using System.Xml.Linq;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Marking;

/// <summary>The notes of one sheet and the shapes that show them.</summary>
internal static class SheetNotes
{
    /// <param name="drawing">Id of the relationship to the shapes; null: the sheet has no notes and gets none.</param>
    public static void Write(MarkedPackage package, string sheet, string? drawing, IReadOnlyDictionary<CellReference, string> marks)
    {
        if (drawing is null)
        {
            return;
        }

        var relations = package.RelationsOf(sheet);
        var notes = Find(relations, sheet, relation => TypeOf(relation).EndsWith("/comments", StringComparison.Ordinal))
            ?? (marks.Count > 0 ? Create(package, relations, sheet) : null);
        var shapes = Find(relations, sheet, relation => (string?)relation.Attribute("Id") == drawing);
        if (notes is null)
        {
            return;
        }

        var changed = NoteList.Mark(package.Tree(notes), marks);
        var text = shapes is not null && package.Has(shapes) ? package.Text(shapes) : NoteShapes.Empty;
        shapes ??= CreateShapes(package, relations, sheet, drawing);
        package.Put(shapes, Encoding.UTF8.GetBytes(NoteShapes.Change(text, changed.Removed, changed.Added)));
    }

    private static string? Find(XElement relations, string sheet, Func<XElement, bool> isMeant) =>
        relations.Elements().FirstOrDefault(isMeant)?.Attribute("Target") is { } target ? PartPaths.Resolve(sheet, target.Value) : null;

    private static string TypeOf(XElement relation) => relation.Attribute("Type")?.Value ?? "";

    private static string Create(MarkedPackage package, XElement relations, string sheet)
    {
        var path = Free(package, "xl/comments_vks", "xml");
        package.Tree(path, () => NoteList.Empty(Ooxml.Sheets));
        ContentTypes.Override(package, path, Ooxml.CommentsType);
        Relate(relations, "rIdVksNotes", "comments", path);
        return path;
    }

    private static string CreateShapes(MarkedPackage package, XElement relations, string sheet, string id)
    {
        var path = Free(package, "xl/drawings/vmlDrawing_vks", "vml");
        ContentTypes.Default(package, "vml", Ooxml.DrawingType);
        Relate(relations, id, "vmlDrawing", path);
        return path;
    }

    private static string Free(MarkedPackage package, string stem, string extension)
    {
        for (var number = 1; ; number++)
        {
            if ($"{stem}{number}.{extension}" is var path && !package.Has(path))
            {
                return path;
            }
        }
    }

    private static void Relate(XElement relations, string id, string type, string path) => relations.Add(new XElement(
        Ooxml.PackageRelation + "Relationship", new XAttribute("Id", id), new XAttribute("Type", $"{Ooxml.Relations}/{type}"),
        new XAttribute("Target", $"/{path}")));
}
