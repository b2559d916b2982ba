using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;

namespace VksServerless.Reports;

/// <summary>A report as the form's expressions see it.</summary>
internal sealed class ReportFigures(IReadOnlyDictionary<string, Answer> answers, Background background) : IFigures
{
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, Value>>> _rows = [];

    public Value Of(string field) => ValueOf(answers.GetValueOrDefault(field));

    public IReadOnlyList<IReadOnlyDictionary<string, Value>> Rows(string table)
    {
        if (!_rows.TryGetValue(table, out var known))
        {
            known = answers.GetValueOrDefault(table) is Answer.Rows rows
                ? [.. rows.All.Select(row => row.ToDictionary(cell => cell.Key, cell => ValueOf(cell.Value)))]
                : [];
            _rows[table] = known;
        }

        return known;
    }

    public decimal? Previous(string field) => (background.Previous?[FieldCode.Of(field)] as Answer.Number)?.Value;

    public decimal? Parts(string field) => background.SumOfParts(FieldCode.Of(field));

    public decimal? PeerScore(string field) =>
        Of(field).AsNumber is { } value ? background.Peers.ScoreOf(FieldCode.Of(field), value) : null;

    public SubordinateFigures? Below(string field) => background.Below.GetValueOrDefault(field);

    private static Value ValueOf(Answer? answer) => answer switch
    {
        null or Answer.NotApplicable => Value.Blank,
        Answer.Number number => Value.Of(number.Value),
        Answer.YesNo yesNo => Value.Of(yesNo.Value),
        Answer.Choice choice => new Value.Option(choice.Option),
        _ => Value.Other,
    };
}
