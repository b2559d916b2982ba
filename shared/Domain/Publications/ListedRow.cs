using System.Globalization;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>One row of a table that a unit filled in.</summary>
/// <param name="Cells">
/// By column code in the table's order: an exact decimal as 1234.5, a day as 2018-07-20, the code of an option, yes or no, a
/// text as it was written. Blank cells are not in it.
/// </param>
public sealed record ListedRow(string Section, FieldCode Field, UnitCode Unit, IReadOnlyDictionary<string, string> Cells)
{
    internal static IEnumerable<ListedRow> Gather(Form form, IReadOnlyList<Standing> standings) =>
        from section in form.Sections
        from field in section.Fields
        where field.Aggregation == AggregationMethod.Union
        let columns = ((FieldType.Table)field.Type).Columns
        from standing in standings
        from row in (standing.Accepted?.Answers[field.Code] as Answer.Rows)?.All ?? []
        select new ListedRow(section.Code, field.Code, standing.Obligation.Unit, CellsOf(row, columns));

    /// <summary>The same unit's same row of the same table.</summary>
    internal string Identity =>
        string.Join(
            '\u001f',
            Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).SelectMany(cell => new[] { cell.Key, cell.Value })
                .Prepend(Field.ToString()).Prepend(Unit.ToString()));

    private static Dictionary<string, string> CellsOf(IReadOnlyDictionary<string, Answer> row, IReadOnlyList<Column> columns) =>
        columns.Where(column => row.ContainsKey(column.Code)).ToDictionary(column => column.Code, column => Written(row[column.Code]));

    private static string Written(Answer cell) => cell switch
    {
        Answer.Number number => Exact.Normalise(number.Value).ToString(CultureInfo.InvariantCulture),
        Answer.YesNo yesNo => yesNo.Value ? "yes" : "no",
        Answer.Choice choice => choice.Option,
        Answer.Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Answer.Words words => words.Text,
        _ => throw new InvalidOperationException($"A kind of cell that no table has: {cell.GetType().Name}"),
    };
}
