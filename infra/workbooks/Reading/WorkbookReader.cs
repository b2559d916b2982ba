using System.Globalization;
using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads those sheets of a workbook that hold something of ours.</summary>
internal static class WorkbookReader
{
    public static FilledWorkbook Read(WorkbookPackage package)
    {
        var index = WorkbookIndex.Read(package);
        if (!index.Names.ContainsKey(Names.Identity))
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.NotOurs);
        }

        var ours = index.Names.Where(IsOurs).Select(name => name.Value.Sheet).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var budget = new TextBudget();
        var sheets = new Dictionary<string, SheetCells>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, part) in index.Sheets.Where(sheet => ours.Contains(sheet.Name)))
        {
            using var xml = package.Read(part);
            sheets[name] = SheetCells.Read(xml, budget);
        }

        var texts = SharedTexts.Read(package, index.SharedStrings, SharedBy(sheets.Values), budget);
        return new ReadWorkbook(new CellBook(index, sheets, texts, NumberFormats.Read(package, index.Styles)));
    }

    private static bool IsOurs(KeyValuePair<string, NamedPlace> name) => !name.Value.IsLost
        && name.Key.StartsWith("vks_", StringComparison.OrdinalIgnoreCase)
        && !name.Key.StartsWith("vks_l__", StringComparison.OrdinalIgnoreCase)
        && !name.Key.StartsWith(Names.Errors, StringComparison.OrdinalIgnoreCase);

    private static HashSet<int> SharedBy(IEnumerable<SheetCells> sheets) =>
    [
        .. from sheet in sheets
           from cell in sheet.All
           where cell.Type == "s"
           select int.TryParse(cell.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
    ];
}
