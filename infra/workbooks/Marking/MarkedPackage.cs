using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using VksServerless.Workbooks.Packages;
using VksServerless.Workbooks.Writing;

namespace VksServerless.Workbooks.Marking;

/// <summary>A package that is written again: parts that nobody touches stay as they are, byte by byte.</summary>
internal sealed class MarkedPackage(WorkbookPackage package)
{
    private readonly Dictionary<string, XDocument> _trees = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, byte[]> _bytes = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _removed = new(StringComparer.OrdinalIgnoreCase);

    public bool Has(string path) =>
        _trees.ContainsKey(path) || _bytes.ContainsKey(path) || (package.Has(path) && !_removed.Contains(path));

    /// <summary>A part to change; an existing one, or a new one from <paramref name="empty"/>.</summary>
    public XElement Tree(string path, Func<XElement>? empty = null)
    {
        if (!_trees.TryGetValue(path, out var tree))
        {
            tree = Has(path) || empty is null ? package.Tree(path) : new XDocument(empty());
            _trees.Add(path, tree);
        }

        return tree.Root!;
    }

    public XElement RelationsOf(string part) =>
        Tree(PartPaths.RelationsOf(part), () => new XElement(Ooxml.PackageRelation + "Relationships"));

    public string Text(string path)
    {
        using var reader = new StreamReader(package.Inflate(path, Limits.TreeBytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public void Put(string path, byte[] content) => _bytes[path] = content;

    public void Remove(string path)
    {
        _removed.Add(path);
        _trees.Remove(path);
        _bytes.Remove(path);
    }

    public ReadOnlyMemory<byte> Write()
    {
        var written = new MemoryStream();
        using (var parts = new PartWriter(written))
        {
            foreach (var entry in package.Entries.Where(entry => !IsChanged(entry) && !entry.FullName.EndsWith('/')))
            {
                using var from = package.Inflate(entry.FullName);
                using var to = parts.Open(entry.FullName);
                from.CopyTo(to);
            }

            foreach (var (path, tree) in _trees)
            {
                parts.Write(path, tree.Root!.WriteTo);
            }

            foreach (var (path, content) in _bytes)
            {
                using var to = parts.Open(path);
                to.Write(content);
            }
        }

        return written.GetBuffer().AsMemory(0, (int)written.Length);
    }

    private bool IsChanged(ZipArchiveEntry entry) =>
        _removed.Contains(entry.FullName) || _trees.ContainsKey(entry.FullName) || _bytes.ContainsKey(entry.FullName);
}
