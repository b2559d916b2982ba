using VksServerless.Forms;

namespace VksServerless.Submissions;

/// <summary>What can be taken over from the preceding period, and what has stayed as it was.</summary>
public static class Prefill
{
    /// <summary>The earlier answers to what is still asked in the same way. Files belong to the report that they were attached to and stay there.</summary>
    /// <param name="asked">Codes of the fields that the unit answers.</param>
    public static Answers Of(Form form, IReadOnlySet<string> asked, Form earlier, Answers answers) => new(
        (from field in form.Fields
         where asked.Contains(field.Code) && field.Type is not FieldType.Attachment
         let before = earlier.Find(field.Code)
         let answer = answers[field.Code]
         where before is not null && FormChanges.CarriesOver(before, field) && answer is not null && Fits(field, answer)
         select (field.Code, answer)).ToDictionary());

    /// <summary>Codes of the figures that are what they were: copied, or truly unchanged. Derived ones follow from the others.</summary>
    public static IReadOnlyList<string> Unchanged(Form form, Answers now, Answers before) =>
    [
        .. from field in form.Fields
           where !field.IsDerived && field.Type is not FieldType.Attachment
           let answer = now[field.Code]
           let earlier = before[field.Code]
           where answer is not null && earlier is not null && ReportJson.HashOf(answer) == ReportJson.HashOf(earlier)
           select field.Code,
    ];

    /// <summary>Bounds and options may have become narrower with a version.</summary>
    private static bool Fits(Field field, Answer answer) => (field.Type, answer) switch
    {
        (_, Answer.NotApplicable) => field.MayNotApply,
        ({ Bounds: { } bounds }, Answer.Number number) => number.Value >= bounds.Min && number.Value <= bounds.Max && decimal.Round(number.Value, bounds.Scale) == number.Value,
        (FieldType.Choice choice, Answer.Choice chosen) => choice.Options.Any(option => option.Code == chosen.Option),
        (FieldType.Text text, Answer.Words words) => words.Text.Length <= text.MaxLength,
        (FieldType.Narrative text, Answer.Words words) => words.Text.Length <= text.MaxLength,
        (FieldType.Table table, Answer.Rows rows) => rows.All.Count <= table.MaxRows && rows.All.All(row => row.All(cell =>
            table.Columns.FirstOrDefault(column => column.Code == cell.Key) is { } column && Fits(new Field(column.Code, "", "", false, column.Type, "", AggregationMethod.None), cell.Value))),
        _ => true,
    };
}
