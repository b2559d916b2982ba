using System.Globalization;
using System.Xml.Linq;

namespace VksServerless.Workbooks.Marking;

/// <summary>Numbers of the styles that marks use, in one workbook.</summary>
/// <param name="Fault">Of the conditional format.</param>
internal sealed record MarkStyles(int Fault, int Head, int Words, int Link)
{
    private const string Colour = "FFFFC7CE";

    /// <summary>Adds what is not there yet.</summary>
    public static MarkStyles AddTo(MarkedPackage package, string part)
    {
        var styles = package.Tree(part);
        var ns = styles.Name.Namespace;
        var bold = Add(styles, "fonts", new XElement(ns + "font", new XElement(ns + "b"), Size(ns), Family(ns)));
        var blue = Add(styles, "fonts", new XElement(
            ns + "font", new XElement(ns + "u"), Size(ns), new XElement(ns + "color", new XAttribute("rgb", "FF0563C1")), Family(ns)));
        var plain = Add(styles, "fonts", new XElement(ns + "font", Size(ns), Family(ns)));
        return new MarkStyles(
            Add(styles, "dxfs", new XElement(
                ns + "dxf",
                new XElement(ns + "font", new XElement(ns + "color", new XAttribute("rgb", "FF9C0006"))),
                new XElement(ns + "fill", new XElement(
                    ns + "patternFill", new XAttribute("patternType", "solid"),
                    new XElement(ns + "fgColor", new XAttribute("rgb", Colour)),
                    new XElement(ns + "bgColor", new XAttribute("rgb", Colour)))))),
            Add(styles, "cellXfs", Format(ns, bold)), Add(styles, "cellXfs", Format(ns, plain)), Add(styles, "cellXfs", Format(ns, blue)));
    }

    /// <returns>The number of an equal entry, or of the new one.</returns>
    private static int Add(XElement styles, string list, XElement entry)
    {
        var ns = styles.Name.Namespace;
        if (styles.Element(ns + list) is not { } entries)
        {
            entries = new XElement(ns + list);
            var after = ((string[])["tableStyles", "colors", "extLst"]).Select(name => styles.Element(ns + name))
                .FirstOrDefault(next => next is not null);
            if (after is null)
            {
                styles.Add(entries);
            }
            else
            {
                after.AddBeforeSelf(entries);
            }
        }

        var known = entries.Elements(entry.Name).ToList().FindIndex(other => XNode.DeepEquals(other, entry));
        if (known >= 0)
        {
            return known;
        }

        entries.Add(entry);
        var count = entries.Elements(entry.Name).Count();
        entries.SetAttributeValue("count", count.ToString(CultureInfo.InvariantCulture));
        return count - 1;
    }

    private static XElement Format(XNamespace ns, int font) => new(
        ns + "xf",
        ((string[])
            [
                "numFmtId=49", $"fontId={font}", "fillId=0", "borderId=0", "xfId=0", "applyFont=1", "applyNumberFormat=1",
                "applyAlignment=1",
            ]).Select(pair => new XAttribute(pair.Split('=')[0], pair.Split('=')[1])),
        new XElement(ns + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", 1)));

    private static XElement Size(XNamespace ns) => new(ns + "sz", new XAttribute("val", 11));

    private static XElement Family(XNamespace ns) => new(ns + "name", new XAttribute("val", "Times New Roman"));
}
