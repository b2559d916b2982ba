using System.Globalization;
using System.Xml.Linq;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Marking;

/// <summary>Sets and removes marks in what stands after the rows of a sheet.</summary>
internal static class SheetTail
{
    public const string DrawingId = "rIdVksDrawing";

    /// <summary>Always true, and found again: spreadsheet programs keep the formula of a conditional format as it is.</summary>
    private const string Marker = "\"vks_mark\"=\"vks_mark\"";

    private static readonly string[] AfterDrawing =
        ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private static readonly string[] AfterFormats =
    [
        "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
        "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", .. AfterDrawing,
    ];

    /// <returns>Id of the relationship to the shapes of the sheet's notes; null: it has none, and needs none.</returns>
    public static string? Mark(List<XElement> tail, XNamespace ns, IReadOnlyDictionary<CellReference, string> marks, int style)
    {
        RemoveFormats(tail);
        var drawing = tail.Find(part => part.Name.LocalName == "legacyDrawing")?.Attributes()
            .FirstOrDefault(attribute => attribute.Name.LocalName == "id")?.Value;
        if (marks.Count == 0)
        {
            return drawing;
        }

        var priorities = tail.Where(part => part.Name.LocalName == "conditionalFormatting").Elements().Attributes("priority")
            .Select(priority => int.TryParse(priority.Value, CultureInfo.InvariantCulture, out var number) ? number : 0);
        Insert(tail, AfterFormats, new XElement(
            ns + "conditionalFormatting", new XAttribute("sqref", string.Join(' ', marks.Keys)),
            new XElement(
                ns + "cfRule", new XAttribute("type", "expression"), new XAttribute("dxfId", style),
                new XAttribute("priority", priorities.Append(0).Max() + 1), new XElement(ns + "formula", Marker))));
        if (drawing is null)
        {
            var relations = ns == Ooxml.StrictSheets ? Ooxml.StrictRelations : Ooxml.Relations;
            Insert(tail, AfterDrawing, new XElement(ns + "legacyDrawing", new XAttribute(XName.Get("id", relations), DrawingId)));
        }

        return drawing ?? DrawingId;
    }

    private static void RemoveFormats(List<XElement> tail)
    {
        foreach (var formats in tail.Where(part => part.Name.LocalName == "conditionalFormatting").ToList())
        {
            formats.Elements().Where(rule => rule.Elements().Any(formula => IsMarker(formula.Value))).Remove();
            if (!formats.HasElements)
            {
                tail.Remove(formats);
            }
        }
    }

    private static bool IsMarker(string formula) => formula.Replace(" ", "", StringComparison.Ordinal) == Marker;

    private static void Insert(List<XElement> tail, string[] after, XElement part)
    {
        var at = tail.FindIndex(next => after.Contains(next.Name.LocalName));
        tail.Insert(at < 0 ? tail.Count : at, part);
    }
}
