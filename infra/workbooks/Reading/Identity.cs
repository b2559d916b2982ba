using System.Globalization;
using VksServerless.Application.Workbooks;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;
using VksServerless.Workbooks.Writing;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads the hidden sheet that says what the workbook is and which cells it has.</summary>
internal static class Identity
{
    public static IReadOnlyList<IdentityRow> Read(CellBook book)
    {
        var place = book.Find(Names.Identity) ?? throw new UnreadableWorkbookException(WorkbookRefusals.NotOurs);
        return
        [
            .. from row in book.Sheet(place.Sheet).Rows
               where row >= place.Cell.Row
               let cells = Enumerable.Range(place.Cell.Column, 3)
                   .Select(column => book[place.Sheet, new CellReference(row, column)] switch
                   {
                       Cell.Text text => text.Value,
                       Cell.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
                       _ => "",
                   }).ToList()
               select new IdentityRow(cells[0], cells[1], cells[2]),
        ];
    }

    public static WorkbookIdentity Of(IReadOnlyList<IdentityRow> rows)
    {
        var facts = rows.DistinctBy(row => row.Kind).ToDictionary(row => row.Kind);
        if (!facts.TryGetValue("format", out var format))
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.NotOurs);
        }

        if (format.Name != IdentityRows.Format)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.NewerFormat);
        }

        return facts.TryGetValue("form", out var form)
            && facts.TryGetValue("cycle", out var cycle) && facts.TryGetValue("unit", out var unit)
            && int.TryParse(form.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && new FormRef(form.Name, version) is { CanBe: true } formRef
            && CycleId.TryParse(cycle.Name, out var cycleId) && UnitCode.TryParse(unit.Name, out var unitCode)
                ? new WorkbookIdentity(formRef, cycleId, unitCode, ETag.Of(facts.GetValueOrDefault("draft")?.Name ?? ""))
                : throw new UnreadableWorkbookException(WorkbookRefusals.NotOurs);
    }
}

/// <param name="Kind">E.g. field, column, form.</param>
/// <param name="Name">A defined name, or what is said.</param>
/// <param name="Key">Whose cell it is.</param>
internal sealed record IdentityRow(string Kind, string Name, string Key);
