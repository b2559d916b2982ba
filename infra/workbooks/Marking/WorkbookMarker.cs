using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;
using VksServerless.Workbooks.Reading;

namespace VksServerless.Workbooks.Marking;

/// <summary>
/// Marks faulty cells: by a conditional format, so that the cell's own format stays; by a note; and by a first sheet that lists them all.
/// </summary>
internal static class WorkbookMarker
{
    public static ReadOnlyMemory<byte> Mark(ReadOnlyMemory<byte> workbook, IReadOnlyList<WorkbookFault> faults)
    {
        using var package = WorkbookPackage.Open(workbook);
        var (index, marked) = (WorkbookIndex.Read(package), new MarkedPackage(package));
        var styles = MarkStyles.AddTo(marked, index.Styles ?? throw new UnreadableWorkbookException(WorkbookRefusals.Damaged));
        var book = new MarkedBook(marked, index);
        book.RemoveErrors();
        foreach (var (name, part) in index.Sheets.Where(sheet => marked.Has(sheet.Part)))
        {
            var marks = MarksOf(name, faults);
            if (marks.Count == 0 && !book.WasMarked && !IsSelected(package, part))
            {
                continue;
            }

            using var reader = package.Read(part);
            var sheet = MarkedSheet.Copy(reader, marks, styles.Fault, faults.Count > 0);
            marked.Put(part, sheet.Content);
            SheetNotes.Write(marked, part, sheet.Drawing, marks);
        }

        if (faults.Count > 0)
        {
            book.AddErrors(faults, styles);
        }

        return marked.Write();
    }

    /// <summary>Whether the sheet is shown, or would be edited along with the one that is.</summary>
    private static bool IsSelected(WorkbookPackage package, string part)
    {
        using var sheet = package.Read(part);
        while (sheet.ReadTag() && sheet.Name != "sheetData")
        {
            if (sheet.IsStart && sheet.Name == "sheetView" && sheet.Attribute("tabSelected") is "1" or "true")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By cell what is to be said there.</summary>
    private static SortedDictionary<CellReference, string> MarksOf(string sheet, IReadOnlyList<WorkbookFault> faults)
    {
        var marks = new SortedDictionary<CellReference, string>(Comparer<CellReference>.Create(
            (one, other) => (one.Row, one.Column).CompareTo((other.Row, other.Column))));
        foreach (var fault in faults)
        {
            if (string.Equals(fault.Place?.Sheet, sheet, StringComparison.OrdinalIgnoreCase)
                && CellReference.TryParse(fault.Place!.Cell, out var cell))
            {
                marks[cell] = marks.TryGetValue(cell, out var said) ? $"{said}\n{fault.Message}" : fault.Message;
            }
        }

        return marks;
    }
}
