using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Questions that are answered by the same options, one line each: twenty targets are read in one table, not in twenty.</summary>
internal sealed record TallyMatrix(IReadOnlyList<string> Options, bool AnyNotApplicable, bool AnyNil, IReadOnlyList<TallyLine> Lines)
{
    private const int Fewest = 3;

    /// <summary>The tables that these fields make, and the fields that are left.</summary>
    public static (IReadOnlyList<TallyMatrix> Tables, IReadOnlyList<Field> Left) Of(IEnumerable<Field> fields, SectorReport report)
    {
        var alike = fields.GroupBy(OptionsOf).ToList();
        return (
            [.. alike.Where(group => group.Count() >= Fewest).Select(group => Of(group.ToList(), report))],
            [.. alike.Where(group => group.Count() < Fewest).SelectMany(group => group)]);
    }

    private static TallyMatrix Of(List<Field> fields, SectorReport report)
    {
        var of = fields.Select(field => report.Denominators.GetValueOrDefault(field.Code)).ToList();
        var (anyNotApplicable, anyNil) = (of.Any(one => one?.NotApplicable.Count > 0), of.Any(one => one?.Nil > 0));
        return new TallyMatrix(
            [.. Labels.OptionsOf(fields[0]).Select(option => option.Label)],
            anyNotApplicable,
            anyNil,
            [.. fields.Select((field, index) => TallyLine.Of(field, index + 1, report))]);
    }

    private static string OptionsOf(Field field) =>
        string.Join('\u001f', Labels.OptionsOf(field).SelectMany(option => new[] { option.Code, option.Label }));
}

internal sealed record TallyLine(
    string Line, IndicatorView Indicator, IReadOnlyList<TallyRow> Counts, TallyRow Missing, string Nil, string NotApplicable,
    string Concerned)
{
    public static TallyLine Of(Field field, int line, SectorReport report)
    {
        var tally = report.Figures.GetValueOrDefault(field.Code) as Figure.Tally;
        var of = report.Denominators.GetValueOrDefault(field.Code);
        var whole = of?.Concerned ?? tally?.Units ?? 0;
        return new TallyLine(
            Written.Count(line),
            IndicatorView.Of(field),
            [.. Labels.OptionsOf(field).Select(option => TallyRow.Of(
                option.Label, tally?.Counts.GetValueOrDefault(option.Code) ?? 0, whole))],
            TallyRow.Of("", of?.Missing ?? 0, whole),
            Written.Count(of?.Nil ?? 0),
            field.MayNotApply ? Written.Count(of?.NotApplicable.Count ?? 0) : Written.Nothing,
            Written.Count(whole));
    }
}
