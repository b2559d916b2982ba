using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Marking;

/// <summary>
/// The shapes in which Excel shows notes. They are written in VML, which older versions do not write as well-formed XML, so it is changed
/// as text.
/// </summary>
internal static partial class NoteShapes
{
    public const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
        xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>
        <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>
        """;

    private const string End = "</xml>";

    /// <param name="removed">Cells whose shape goes.</param>
    /// <param name="added">Cells that get one.</param>
    public static string Change(string shapes, IReadOnlyList<CellReference> removed, IReadOnlyList<CellReference> added)
    {
        var gone = removed.ToHashSet();
        var kept = gone.Count == 0 ? shapes : Shape().Replace(shapes, shape => gone.Contains(CellOf(shape.Value)) ? "" : shape.Value);
        var end = kept.LastIndexOf(End, StringComparison.OrdinalIgnoreCase);
        var changed = new StringBuilder(end < 0 ? Empty[..^End.Length] : kept[..end]);
        foreach (var cell in added)
        {
            changed.Append(ShapeOf(cell));
        }

        return changed.Append(End).ToString();
    }

    private static CellReference CellOf(string shape) => new(
        (int.TryParse(Row().Match(shape).Groups[1].Value, CultureInfo.InvariantCulture, out var row) ? row : -1) + 1,
        (int.TryParse(Column().Match(shape).Groups[1].Value, CultureInfo.InvariantCulture, out var column) ? column : -1) + 1);

    private static string ShapeOf(CellReference cell)
    {
        var (row, column) = (cell.Row - 1, cell.Column - 1);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
            xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_vks_{row}_{column}" type="#_x0000_t202"
            style="position:absolute;width:240pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">
            <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>
            <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">
            <x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {row}, 4, {column + 4}, 15, {row + 5}, 4</x:Anchor>
            <x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
            """);
    }

    [GeneratedRegex(@"<v:shape[\s>].*?</v:shape>", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"<x:Row>\s*([0-9]+)\s*</x:Row>")]
    private static partial Regex Row();

    [GeneratedRegex(@"<x:Column>\s*([0-9]+)\s*</x:Column>")]
    private static partial Regex Column();
}
