using System.Globalization;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Writing;

namespace VksServerless.Workbooks.Marking;

/// <summary>The sheet that lists all faults, each with a link to its cell.</summary>
internal static class ErrorSheet
{
    private const int HeaderRow = 3;

    public static XElement Of(XNamespace ns, IReadOnlyList<WorkbookFault> faults, MarkStyles styles)
    {
        var rows = new List<XElement>
        {
            Row(ns, 1, ($"Có {faults.Count} chỗ cần sửa", styles.Head)),
            Row(ns, 2, ("Sửa từng chỗ, lưu tệp rồi tải lên lại. Trang này và các dấu màu tự mất ở lần kiểm tra sau.", styles.Head)),
            Row(ns, HeaderRow, ("STT", styles.Head), ("Trang", styles.Head), ("Ô", styles.Head), ("Cần sửa", styles.Head)),
        };
        var links = new XElement(ns + "hyperlinks");
        foreach (var (at, fault) in faults.Index())
        {
            var row = HeaderRow + 1 + at;
            rows.Add(Row(
                ns, row, ((at + 1).ToString(CultureInfo.InvariantCulture), styles.Words), (fault.Place?.Sheet ?? "", styles.Words),
                (fault.Place?.Cell ?? "", styles.Link), (fault.Message, styles.Words)));
            if (fault.Place is { } place)
            {
                links.Add(new XElement(
                    ns + "hyperlink", new XAttribute("ref", new CellReference(row, 3).ToString()),
                    new XAttribute("location", $"{SheetNames.Quoted(place.Sheet)}!{place.Cell}")));
            }
        }

        return new XElement(
            ns + "worksheet",
            new XElement(ns + "sheetPr", new XElement(ns + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(ns + "sheetViews", new XElement(
                ns + "sheetView", new XAttribute("tabSelected", 1), new XAttribute("workbookViewId", 0),
                new XElement(
                    ns + "pane", new XAttribute("ySplit", HeaderRow), new XAttribute("topLeftCell", $"A{HeaderRow + 1}"),
                    new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")))),
            new XElement(ns + "cols", Width(ns, 1, 6), Width(ns, 2, 30), Width(ns, 3, 9), Width(ns, 4, 100)),
            new XElement(ns + "sheetData", rows),
            links.HasElements ? links : null,
            new XElement(ns + "pageMargins", ((string[])["left", "right", "top", "bottom", "header", "footer"])
                .Select(side => new XAttribute(side, "0.5"))),
            new XElement(
                ns + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"),
                new XAttribute("fitToHeight", 0)));
    }

    private static XElement Width(XNamespace ns, int column, int width) => new(
        ns + "col", new XAttribute("min", column), new XAttribute("max", column), new XAttribute("width", width),
        new XAttribute("customWidth", 1));

    private static XElement Row(XNamespace ns, int row, params IReadOnlyList<(string Text, int Style)> cells) => new(
        ns + "row", new XAttribute("r", row),
        cells.Index().Select(cell => new XElement(
            ns + "c", new XAttribute("r", new CellReference(row, cell.Index + 1).ToString()), new XAttribute("s", cell.Item.Style),
            new XAttribute("t", "inlineStr"),
            new XElement(ns + "is", new XElement(
                ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XmlText.Of(cell.Item.Text))))));
}
