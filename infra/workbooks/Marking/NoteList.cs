using System.Globalization;
using System.Xml.Linq;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Writing;

namespace VksServerless.Workbooks.Marking;

/// <summary>
/// The notes of one sheet. What the system says begins with words by which it is found again; where the user has a note there, it stands
/// below.
/// </summary>
internal static class NoteList
{
    public const string Beginning = "⚠ Cần sửa: ";

    private const string Author = "Hệ thống báo cáo";

    public static XElement Empty(XNamespace ns) => new(ns + "comments", new XElement(ns + "authors"), new XElement(ns + "commentList"));

    /// <returns>Cells whose note is gone, and cells with a note that had none.</returns>
    public static (IReadOnlyList<CellReference> Removed, IReadOnlyList<CellReference> Added) Mark(
        XElement notes, IReadOnlyDictionary<CellReference, string> marks)
    {
        var ns = notes.Name.Namespace;
        var list = notes.Element(ns + "commentList") ?? new XElement(ns + "commentList");
        if (list.Parent is null)
        {
            notes.Add(list);
        }

        var removed = Clean(list);
        var added = new List<CellReference>();
        var own = list.Elements().GroupBy(note => (string?)note.Attribute("ref") ?? "")
            .ToDictionary(cell => cell.Key, cell => cell.First());
        foreach (var (cell, said) in marks)
        {
            if (own.GetValueOrDefault(cell.ToString())?.Element(ns + "text") is { } text)
            {
                text.Add(Run(ns, $"\n{Beginning}{said}"));
            }
            else
            {
                added.Add(cell);
                list.Add(new XElement(
                    ns + "comment", new XAttribute("ref", cell.ToString()), new XAttribute("authorId", AuthorOf(notes)),
                    new XElement(ns + "text", Run(ns, Beginning + said))));
            }
        }

        return (removed, added);
    }

    /// <summary>Removes what the system said before.</summary>
    private static List<CellReference> Clean(XElement list)
    {
        var removed = new List<CellReference>();
        foreach (var note in list.Elements().ToList())
        {
            var texts = note.Descendants(note.Name.Namespace + "t").ToList();
            var ours = texts.FindIndex(text => text.Value.Contains(Beginning.TrimEnd(), StringComparison.Ordinal));
            if (ours < 0)
            {
                continue;
            }

            texts.Skip(ours + 1).ToList().ForEach(text => text.Value = "");
            texts[ours].Value = texts[ours].Value[..texts[ours].Value.IndexOf(Beginning.TrimEnd(), StringComparison.Ordinal)].TrimEnd('\n');
            if (texts.All(text => text.Value.Trim().Length == 0)
                && CellReference.TryParse((string?)note.Attribute("ref") ?? "", out var cell))
            {
                note.Remove();
                removed.Add(cell);
            }
        }

        return removed;
    }

    private static string AuthorOf(XElement notes)
    {
        var ns = notes.Name.Namespace;
        var authors = notes.Element(ns + "authors");
        if (authors is null)
        {
            authors = new XElement(ns + "authors");
            notes.AddFirst(authors);
        }

        var at = authors.Elements().ToList().FindIndex(author => author.Value == Author);
        if (at < 0)
        {
            at = authors.Elements().Count();
            authors.Add(new XElement(ns + "author", Author));
        }

        return at.ToString(CultureInfo.InvariantCulture);
    }

    private static XElement Run(XNamespace ns, string text) => new(
        ns + "r", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XmlText.Of(text)));
}
