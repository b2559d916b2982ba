using System.Text;
using System.Xml;
using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>Reads the XML of a part forwards: no DTD, no entities, no references to anything outside, bounded depth and names.</summary>
internal sealed class PartReader : IDisposable
{
    private readonly Stream _part;
    private readonly XmlReader _xml;
    private readonly char[] _chunk = new char[4096];

    public PartReader(Stream part)
    {
        _part = part;
        _xml = XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new CappedNames(),
        });
    }

    public int Depth => _xml.Depth;

    public string Name => _xml.LocalName;

    public bool IsStart => _xml.NodeType == XmlNodeType.Element;

    /// <summary>An element without content, of which no end follows.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>To look at the node that was read last; only <see cref="Read"/> goes on.</summary>
    public XmlReader Xml => _xml;

    /// <exception cref="XmlException">The part is broken.</exception>
    public bool Read() =>
        _xml.Read() && (_xml.Depth <= Limits.Depth ? true : throw new UnreadableWorkbookException(WorkbookRefusals.Unsafe));

    /// <summary>Goes to the next start or end of an element; false at the end of the part.</summary>
    public bool ReadTag()
    {
        while (Read())
        {
            if (_xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                return true;
            }
        }

        return false;
    }

    public string? Attribute(string name) => _xml.GetAttribute(name);

    /// <summary>An attribute that is qualified, such as r:id, whichever of the two standards its namespace is from.</summary>
    public string? Relation(string name) => _xml.GetAttribute(name, Ooxml.Relations) ?? _xml.GetAttribute(name, Ooxml.StrictRelations);

    /// <summary>The text of the element that was just begun, up to its end; that of elements within it is left out.</summary>
    public string Text()
    {
        if (_xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, text) = (_xml.Depth, new StringBuilder());
        while (Read() && _xml.Depth > depth)
        {
            if (_xml.Depth == depth + 1 && _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace)
            {
                Append(text);
            }
        }

        return text.ToString();
    }

    /// <summary>Of the text that was read last.</summary>
    public string Value()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _part.Dispose();
    }

    private void Append(StringBuilder text)
    {
        for (int read; (read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
        {
            text.Append(_chunk, 0, read);
            if (text.Length > Limits.TextCharacters)
            {
                throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
            }
        }
    }
}
