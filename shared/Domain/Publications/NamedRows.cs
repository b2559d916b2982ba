using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Publications;

/// <summary>Khác: rows of a table that the form does not list by name, those of one name together.</summary>
/// <param name="Names">As units wrote it, the most frequent first.</param>
/// <param name="Units">How many units listed it.</param>
/// <param name="Sums">By numeric column.</param>
public sealed record NamedRows(
    FieldCode Field, IReadOnlyList<string> Names, int Count, int Units, IReadOnlyDictionary<string, decimal> Sums)
{
    internal static IEnumerable<NamedRows> Gather(Form form, IReadOnlyList<Standing> standings) =>
        from field in form.Fields
        where field.Grouping is { NamedBy: not null }
        let grouping = field.Grouping
        let table = (FieldType.Table)field.Type
        from named in (
            from standing in standings
            from row in (standing.Accepted?.Answers[field.Code] as Answer.Rows)?.All ?? []
            where RowName.CodeOf(grouping.By[0], grouping, table, row) == Grouping.Other
            let name = (row.GetValueOrDefault(grouping.NamedBy!) as Answer.Words)?.Text
            where name is not null
            group (standing.Obligation.Unit, Row: row, Name: name) by RowName.Normalise(name))
        orderby named.Count() descending, named.Key
        select new NamedRows(
            field.Code,
            [.. named.CountBy(one => one.Name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal)
                .Select(name => name.Key)],
            named.Count(),
            named.Select(one => one.Unit).Distinct().Count(),
            grouping.Sums.ToDictionary(
                column => column, column => named.Sum(one => (one.Row.GetValueOrDefault(column) as Answer.Number)?.Value ?? 0)));
}
