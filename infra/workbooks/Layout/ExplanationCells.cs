using VksServerless.Forms;

namespace VksServerless.Workbooks.Layout;

/// <summary>
/// Beside which field each query is explained: the first of those that it speaks of that explains no other query yet, or else the first. A
/// query has its place before it is raised, so that the same workbook can be sent again with the explanation in it.
/// </summary>
internal static class ExplanationCells
{
    /// <param name="asked">Codes of the fields that stand in the workbook.</param>
    /// <returns>By field the codes of the rules.</returns>
    public static IReadOnlyDictionary<FieldCode, IReadOnlyList<string>> Of(Form form, IReadOnlySet<FieldCode> asked)
    {
        var cells = new Dictionary<FieldCode, IReadOnlyList<string>>();
        foreach (var rule in form.Rules.Where(rule => rule.Severity == Severity.Query))
        {
            var fields = rule.Fields.Where(asked.Contains).ToList();
            if (fields.Count == rule.Fields.Count && fields.Count > 0)
            {
                var free = fields.Where(field => !cells.ContainsKey(field)).ToList();
                var field = free.Count > 0 ? free[0] : fields[0];
                cells[field] = [.. cells.GetValueOrDefault(field) ?? [], rule.Code];
            }
        }

        return cells;
    }
}
