using System.Globalization;
using System.Text.RegularExpressions;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

internal enum NumberFormat
{
    Other,
    Day,
    Percent,
}

/// <summary>What the styles of a workbook make of a number: a day, a share of a hundred, or no more than a number.</summary>
internal sealed partial class NumberFormats
{
    private readonly List<NumberFormat> _styles = [];

    public NumberFormat this[int style] => style < _styles.Count ? _styles[style] : NumberFormat.Other;

    public static NumberFormats Read(WorkbookPackage package, string? part)
    {
        var formats = new NumberFormats();
        if (part is null)
        {
            return formats;
        }

        using var xml = package.Read(part);
        var (own, isCell) = (new Dictionary<int, NumberFormat>(), false);
        while (xml.ReadTag())
        {
            switch (xml.Name)
            {
                case "cellXfs":
                    isCell = xml.IsStart && !xml.IsEmpty;
                    break;
                case "numFmt" when xml.IsStart && own.Count < Limits.Styles:
                    own[Number(xml)] = Of(xml.Attribute("formatCode") ?? "");
                    break;
                case "xf" when xml.IsStart && isCell && formats._styles.Count < Limits.Styles:
                    formats._styles.Add(own.TryGetValue(Number(xml), out var format) ? format : BuiltIn(Number(xml)));
                    break;
            }
        }

        return formats;
    }

    private static int Number(PartReader xml) =>
        int.TryParse(xml.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static NumberFormat BuiltIn(int number) => number switch
    {
        9 or 10 => NumberFormat.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberFormat.Day,
        _ => NumberFormat.Other,
    };

    private static NumberFormat Of(string code)
    {
        var bare = Literal().Replace(code.Length <= 1000 ? code : code[..1000], "");
        return bare.Contains('%', StringComparison.Ordinal) ? NumberFormat.Percent
            : !bare.Contains("General", StringComparison.OrdinalIgnoreCase)
                && bare.Any(letter => char.ToLowerInvariant(letter) is 'd' or 'm' or 'y' or 'h' or 's') ? NumberFormat.Day
            : NumberFormat.Other;
    }

    /// <summary>What a format writes as it is, and what it says of colours and languages.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]")]
    private static partial Regex Literal();
}
