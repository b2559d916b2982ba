using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace VksServerless.Workbooks.Writing;

/// <summary>Texts as parts of a workbook write them.</summary>
internal static partial class XmlText
{
    /// <summary>Characters that a cell takes.</summary>
    public const int MostOfCell = 32_767;

    /// <summary>What XML cannot hold becomes U+FFFD; what would be read as an escape (_x0041_) is escaped itself.</summary>
    public static string Of(string text)
    {
        var clean = text.All(letter => XmlConvert.IsXmlChar(letter)) ? text : Clean(text);
        return Escape().Replace(clean, "_x005F_$1");
    }

    /// <summary>Undoes the escapes, also those that other programs write for control characters.</summary>
    public static string Read(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())
        : text;

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
