using System.Xml.Linq;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>The notes and colours of a file.</summary>
internal static class Noting
{
    private static readonly XNamespace Main = AFile.Main;
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The coloured cells, each with what its note says of it.</summary>
    public static IReadOnlyList<string> Marks(this AFile file) =>
    [
        .. from sheet in file.SheetNames
           from format in file.Sheet(sheet).Elements(Main + "conditionalFormatting")
           from cell in format.Attribute("sqref")!.Value.Split(' ')
           let note = file.Notes(sheet).Single(said => said.StartsWith($"{cell}: ", StringComparison.Ordinal))
           select $"{sheet} {note}",
    ];

    /// <summary>Each as cell: text. A note that Excel could not show fails the test.</summary>
    public static IReadOnlyList<string> Notes(this AFile file, string sheet)
    {
        var path = file.PathOf(sheet);
        var relations = path.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels";
        if (!file.Parts.Contains(relations))
        {
            return [];
        }

        var targets = file.Xml(relations).Elements().ToDictionary(
            relation => relation.Attribute("Type")!.Value.Split('/')[^1], relation => Resolve(relation.Attribute("Target")!.Value));
        if (!targets.TryGetValue("comments", out var comments))
        {
            return [];
        }

        var shapes = XDocument.Parse(file.Text(targets["vmlDrawing"])).Descendants()
            .Where(shape => shape.Name.LocalName == "ClientData").Select(data => Editing.At(
                (int)data.Elements().Single(part => part.Name.LocalName == "Row") + 1,
                (int)data.Elements().Single(part => part.Name.LocalName == "Column") + 1)).ToList();
        var notes = file.Xml(comments).Descendants(Main + "comment").ToList();
        shapes.ShouldBe(notes.Select(note => note.Attribute("ref")!.Value), ignoreOrder: true);
        return
        [
            .. notes.Select(note =>
                $"{note.Attribute("ref")!.Value}: {string.Concat(note.Descendants(Main + "t").Select(text => text.Value))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds notes as other programs write them: their own part names, author and shapes.</summary>
    public static void Add(AFile file, string sheet, params (string Cell, string Text)[] notes)
    {
        var path = file.PathOf(sheet);
        file.Put("xl/comments1.xml", new XElement(
            Main + "comments", new XElement(Main + "authors", new XElement(Main + "author", "Hoa")),
            new XElement(Main + "commentList", notes.Select(note => new XElement(
                Main + "comment", new XAttribute("ref", note.Cell), new XAttribute("authorId", 0),
                new XElement(Main + "text", new XElement(Main + "t", note.Text)))))).ToString(SaveOptions.DisableFormatting));
        file.Put("xl/drawings/vmlDrawing1.vml", VksServerless.Workbooks.Marking.NoteShapes.Change(
            VksServerless.Workbooks.Marking.NoteShapes.Empty, [],
            [.. notes.Select(note => new Layout.CellReference(Editing.Row(note.Cell), Editing.Column(note.Cell)))]));
        file.Put(path.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels", new XElement(
            Package + "Relationships", Relation("rId1", "comments", "../comments1.xml"),
            Relation("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"))
            .ToString());
        var types = file.Xml("[Content_Types].xml");
        types.AddFirst(new XElement(types.Name.Namespace + "Default", new XAttribute("Extension", "vml"), new XAttribute(
            "ContentType", "application/vnd.openxmlformats-officedocument.vmlDrawing")));
        types.Add(new XElement(types.Name.Namespace + "Override", new XAttribute("PartName", "/xl/comments1.xml"), new XAttribute(
            "ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")));
        file.Sheet(sheet).Add(new XElement(Main + "legacyDrawing", new XAttribute(AFile.Relations + "id", "rId2")));
    }

    private static XElement Relation(string id, string type, string target) => new(
        Package + "Relationship", new XAttribute("Id", id), new XAttribute("Type", $"{AFile.Relations}/{type}"),
        new XAttribute("Target", target));

    private static string Resolve(string target) =>
        target.StartsWith('/') ? target[1..] : target.Replace("../", "xl/", StringComparison.Ordinal);
}
