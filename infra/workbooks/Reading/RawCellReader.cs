using System.Globalization;
using System.Text;
using VksServerless.Workbooks.Packages;
using VksServerless.Workbooks.Writing;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads one cell, from its start tag to its end.</summary>
internal static class RawCellReader
{
    public static RawCell Read(PartReader xml)
    {
        var (type, isEmpty, depth) = (xml.Attribute("t"), xml.IsEmpty, xml.Depth);
        _ = int.TryParse(xml.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        if (isEmpty)
        {
            return new RawCell(null, null, style, false);
        }

        var (value, hasFormula) = ((string?)null, false);
        while (xml.ReadTag() && xml.Depth > depth)
        {
            if (!xml.IsStart)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "v":
                    value = xml.Text();
                    break;
                case "f":
                    hasFormula = true;
                    break;
                case "is":
                    value = RichText(xml);
                    break;
            }
        }

        return new RawCell(type is null or "n" ? null : string.Intern(type.Length <= 10 ? type : ""), value, style, hasFormula);
    }

    /// <summary>The text of a string item, without what is written above it for its pronunciation.</summary>
    public static string RichText(PartReader xml)
    {
        if (xml.IsEmpty)
        {
            return "";
        }

        var (text, depth, spoken) = (new StringBuilder(), xml.Depth, int.MaxValue);
        while (xml.ReadTag() && xml.Depth > depth)
        {
            if (xml.Name == "rPh" && !xml.IsEmpty)
            {
                spoken = xml.IsStart ? xml.Depth : int.MaxValue;
            }
            else if (xml.IsStart && xml.Name == "t" && xml.Depth < spoken)
            {
                text.Append(xml.Text());
            }
        }

        return XmlText.Read(text.ToString());
    }
}
