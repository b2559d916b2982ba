using System.Xml.Linq;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Marking;

/// <summary>Says of parts what they are.</summary>
internal static class ContentTypes
{
    private const string Part = "[Content_Types].xml";

    public static void Override(MarkedPackage package, string path, string type) => package.Tree(Part).Add(new XElement(
        Ooxml.ContentType + "Override", new XAttribute("PartName", $"/{path}"), new XAttribute("ContentType", type)));

    public static void Default(MarkedPackage package, string extension, string type)
    {
        var types = package.Tree(Part);
        if (types.Elements(Ooxml.ContentType + "Default").All(known => !Is(known.Attribute("Extension"), extension)))
        {
            types.AddFirst(new XElement(
                Ooxml.ContentType + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));
        }
    }

    public static void Remove(MarkedPackage package, string path) =>
        package.Tree(Part).Elements().Where(known => Is(known.Attribute("PartName"), $"/{path}")).Remove();

    private static bool Is(XAttribute? attribute, string value) =>
        string.Equals(attribute?.Value, value, StringComparison.OrdinalIgnoreCase);
}
