using System.Text;
using System.Xml;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Marking;

/// <summary>A sheet written again with its marks. Its rows are passed on as they are read.</summary>
/// <param name="Drawing">Id of the relationship to the shapes of its notes; null: it has no notes.</param>
internal sealed record MarkedSheet(byte[] Content, string? Drawing)
{
    /// <param name="hasErrors">Whether another sheet will be the one that is shown first.</param>
    public static MarkedSheet Copy(
        PartReader reader, IReadOnlyDictionary<CellReference, string> marks, int style, bool hasErrors)
    {
        var content = new MemoryStream();
        string? drawing = null;
        using (var xml = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            if (!reader.ReadTag())
            {
                throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);
            }

            NodeCopy.Start(reader, xml);
            var tail = new List<XElement>();
            var (ns, isTail, depth, isEmpty) = ((XNamespace)reader.Xml.NamespaceURI, false, reader.Depth, reader.IsEmpty);
            while (!isEmpty && reader.ReadTag() && reader.Depth > depth)
            {
                if (reader.Name == "sheetData")
                {
                    NodeCopy.Element(reader, xml);
                    isTail = true;
                }
                else if (isTail)
                {
                    tail.Add(TreeReader.Read(reader));
                }
                else
                {
                    WriteHead(TreeReader.Read(reader), xml, hasErrors);
                }
            }

            drawing = SheetTail.Mark(tail, ns, marks, style);
            tail.ForEach(part => part.WriteTo(xml));
            xml.WriteEndElement();
        }

        return new MarkedSheet(content.ToArray(), drawing);
    }

    /// <summary>Two sheets that are both selected would be edited together.</summary>
    private static void WriteHead(XElement part, XmlWriter xml, bool hasErrors)
    {
        if (hasErrors && part.Name.LocalName == "sheetViews")
        {
            part.Elements().Attributes("tabSelected").Remove();
        }

        part.WriteTo(xml);
    }
}
