using System.Xml;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Marking;

/// <summary>Passes XML on as it is read, however long it is.</summary>
internal static class NodeCopy
{
    /// <param name="reader">At the start of an element.</param>
    public static void Start(PartReader reader, XmlWriter xml)
    {
        xml.WriteStartElement(reader.Xml.Prefix, reader.Xml.LocalName, reader.Xml.NamespaceURI);
        xml.WriteAttributes(reader.Xml, defattr: false);
    }

    /// <param name="reader">At the start of the element; afterwards at its end.</param>
    public static void Element(PartReader reader, XmlWriter xml)
    {
        var depth = reader.Depth;
        Start(reader, xml);
        if (reader.IsEmpty)
        {
            xml.WriteEndElement();
            return;
        }

        while (reader.Read())
        {
            switch (reader.Xml.NodeType)
            {
                case XmlNodeType.Element:
                    Start(reader, xml);
                    if (reader.IsEmpty)
                    {
                        xml.WriteEndElement();
                    }

                    break;
                case XmlNodeType.EndElement:
                    xml.WriteEndElement();
                    if (reader.Depth == depth)
                    {
                        return;
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    xml.WriteString(reader.Value());
                    break;
            }
        }
    }
}
