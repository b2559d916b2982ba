using System.IO.Compression;
using System.Text;
using System.Xml;

namespace VksServerless.Workbooks.Writing;

/// <summary>Writes the parts of a package. The time that an archive keeps of each is always the same.</summary>
internal sealed class PartWriter(Stream to) : IDisposable
{
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive = new(to, ZipArchiveMode.Create, leaveOpen: true);

    public void Write(string path, Action<XmlWriter> write)
    {
        using var part = Open(path);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    public Stream Open(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Always;
        return entry.Open();
    }

    public void Dispose() => _archive.Dispose();
}
