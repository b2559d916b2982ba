using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>What a unit wrote in answer to one question.</summary>
public sealed record Narrative(string Section, FieldCode Field, UnitCode Unit, string Text)
{
    internal static IEnumerable<Narrative> Gather(Form form, IReadOnlyList<Standing> standings) =>
        from section in form.Sections
        from field in section.Fields
        where field.Aggregation == AggregationMethod.List
        from standing in standings
        let words = standing.Accepted?.Answers[field.Code] as Answer.Words
        where words is not null
        select new Narrative(section.Code, field.Code, standing.Obligation.Unit, words.Text);
}
