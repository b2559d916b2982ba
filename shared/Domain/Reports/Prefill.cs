using System.Text.RegularExpressions;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>What can be taken over from the preceding period, and what has stayed as it was.</summary>
public static partial class Prefill
{
    /// <summary>
    /// The earlier answers to what is still asked in the same way; what the form says goes on from another figure of the period
    /// before (a rule <c>opening = previous(closing)</c>) is that one. Of numbers only stocks: what is counted from zero in each period,
    /// copied from the last, would be a wrong answer that looks right. Files belong to the report that they were attached to and
    /// stay there.
    /// </summary>
    /// <param name="asked">Codes of the fields that the unit answers.</param>
    public static Answers Of(Form form, IReadOnlySet<FieldCode> asked, Form earlier, Answers answers)
    {
        var sources = GoesOnFrom(form);
        return new Answers((
         from field in form.Fields
         where asked.Contains(field.Code) && field.Type is not FieldType.Attachment
         where field.Type.Bounds is null || field.Stock || sources.ContainsKey(field.Code)
         let source = sources.GetValueOrDefault(field.Code, field.Code)
         let before = earlier.Find(source)
         let answer = answers[source]
         where before is not null && FormChanges.CarriesOver(before, field) && answer is not null && Fits(field, answer)
         select (field.Code, answer)).ToDictionary(given => given.Code.ToString(), given => given.answer));
    }

    private static Dictionary<FieldCode, FieldCode> GoesOnFrom(Form form) => form.Rules
        .Select(rule => Continuation().Match(rule.Holds))
        .Where(match => match.Success)
        .DistinctBy(match => match.Groups[1].Value)
        .ToDictionary(match => FieldCode.Of(match.Groups[1].Value), match => FieldCode.Of(match.Groups[2].Value));

    /// <summary>Codes of the figures that are what they were: copied, or truly unchanged. Derived ones follow from the others.</summary>
    public static IReadOnlyList<FieldCode> Unchanged(Form form, Answers now, Answers before) =>
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
        ({ Bounds: { } bounds }, Answer.Number number) =>
            number.Value >= bounds.Min && number.Value <= bounds.Max && decimal.Round(number.Value, bounds.Scale) == number.Value,
        (FieldType.Choice choice, Answer.Choice chosen) => choice.Options.Any(option => option.Code == chosen.Option),
        (FieldType.Text text, Answer.Words words) => words.Text.Length <= text.MaxLength,
        (FieldType.Narrative text, Answer.Words words) => words.Text.Length <= text.MaxLength,
        (FieldType.Table table, Answer.Rows rows) => rows.All.Count <= table.MaxRows && rows.All.All(row => row.All(cell =>
            table.Columns.FirstOrDefault(column => column.Code == cell.Key) is { } column
                && Fits(new Field(FieldCode.Of(column.Code), "", "", false, column.Type, "", AggregationMethod.None), cell.Value))),
        _ => true,
    };

    [GeneratedRegex(@"^\s*(\w+)\s*=\s*previous\(\s*(\w+)\s*\)\s*$")]
    private static partial Regex Continuation();
}
