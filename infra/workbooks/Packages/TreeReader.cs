using System.Xml;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>Holds an element with all that is in it, if that is not too much.</summary>
internal static class TreeReader
{
    private const int MostNodes = 200_000;

    /// <param name="reader">At the start of the element; afterwards at its end.</param>
    public static XElement Read(PartReader reader)
    {
        var root = Begin(reader.Xml);
        var (open, nodes, depth) = (root, 0, reader.Depth);
        if (reader.IsEmpty)
        {
            return root;
        }

        while (reader.Read() && reader.Depth > depth)
        {
            if (++nodes > MostNodes)
            {
                throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
            }

            switch (reader.Xml.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Begin(reader.Xml);
                    open.Add(child);
                    open = reader.IsEmpty ? open : child;
                    break;
                case XmlNodeType.EndElement:
                    open = open.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Add(new XText(reader.Value()));
                    break;
            }
        }

        return root;
    }

    private static XElement Begin(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            var name = xml.NamespaceURI == XNamespace.Xmlns.NamespaceName && xml.Prefix.Length == 0
                ? XName.Get("xmlns")
                : XName.Get(xml.LocalName, xml.NamespaceURI);
            element.SetAttributeValue(name, xml.Value);
        }

        xml.MoveToElement();
        return element;
    }
}
