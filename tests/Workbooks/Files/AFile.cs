using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>An .xlsx file as its parts, to look into and to change as a spreadsheet program or a person does.</summary>
internal sealed class AFile
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly Dictionary<string, XDocument> _trees = [];

    public AFile(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            using var held = new MemoryStream();
            part.CopyTo(held);
            _parts[entry.FullName] = held.ToArray();
        }
    }

    public IEnumerable<string> Parts => _parts.Keys;

    public XElement Workbook => Xml("xl/workbook.xml");

    public IReadOnlyList<string> SheetNames =>
        [.. Workbook.Element(Main + "sheets")!.Elements().Select(sheet => sheet.Attribute("name")!.Value)];

    public static async Task<AFile> Of(Application.Workbooks.ReportWorkbook report) => new(await Samples.Write(report));

    public byte[] Bytes()
    {
        foreach (var (path, tree) in _trees)
        {
            _parts[path] = Encoding.UTF8.GetBytes(tree.Root!.ToString(SaveOptions.DisableFormatting));
        }

        using var held = new MemoryStream();
        using (var archive = new ZipArchive(held, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in _parts)
            {
                using var to = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
                to.Write(content);
            }
        }

        return held.ToArray();
    }

    public string Text(string path) => Encoding.UTF8.GetString(_parts[path]);

    public void Put(string path, string content) => _parts[path] = Encoding.UTF8.GetBytes(content);

    public void Put(string path, byte[] content) => _parts[path] = content;

    public void Remove(string path) => _parts.Remove(path);

    public XElement Xml(string path)
    {
        if (!_trees.TryGetValue(path, out var tree))
        {
            _trees[path] = tree = XDocument.Load(new MemoryStream(_parts[path]), LoadOptions.PreserveWhitespace);
        }

        return tree.Root!;
    }

    public string PathOf(string sheet)
    {
        var id = Workbook.Element(Main + "sheets")!.Elements().Single(known => known.Attribute("name")!.Value == sheet)
            .Attribute(Relations + "id")!.Value;
        var target = Xml("xl/_rels/workbook.xml.rels").Elements().Single(known => known.Attribute("Id")!.Value == id)
            .Attribute("Target")!.Value;
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    public XElement Sheet(string name) => Xml(PathOf(name));

    public XElement Named(string name) =>
        Workbook.Element(Main + "definedNames")!.Elements().Single(known => known.Attribute("name")!.Value == name);

    /// <summary>The sheet and the cell that a defined name stands for.</summary>
    public (string Sheet, string Cell) PlaceOf(string name)
    {
        var parts = Named(name).Value.Split('!');
        return (parts[0].Trim('\'').Replace("''", "'", StringComparison.Ordinal), parts[1].Replace("$", "", StringComparison.Ordinal));
    }
}
