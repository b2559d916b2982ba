using System.Globalization;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>How many of those who were asked chose what; those who did not answer stand beside the options.</summary>
internal sealed record TallyView(IndicatorView Indicator, Counted Units, IReadOnlyList<TallyRow> Rows)
{
    public static TallyView Of(Field field, SectorReport report)
    {
        var tally = report.Figures.GetValueOrDefault(field.Code) as Figure.Tally;
        var of = report.Denominators.GetValueOrDefault(field.Code);
        var whole = of?.Concerned ?? tally?.Units ?? 0;
        return new TallyView(IndicatorView.Of(field), Counted.Of(field, tally?.Units ?? 0, report),
        [
            .. CodesOf(field, tally)
                .Select(code => TallyRow.Of(Labels.OfOption(field, code), tally?.Counts.GetValueOrDefault(code) ?? 0, whole)),
            .. Rest("Báo cáo không phát sinh", of?.Nil),
            .. Rest("Chưa có số liệu", of?.Missing),
        ]);

        IEnumerable<TallyRow> Rest(string label, int? count) =>
            count > 0 ? [TallyRow.Of(label, count.Value, whole) with { IsOption = false }] : [];
    }

    /// <summary>The form's options, and whatever else was once counted.</summary>
    public static IEnumerable<string> CodesOf(Field field, Figure.Tally? tally) =>
        Labels.OptionsOf(field).Select(option => option.Code).Union(tally?.Counts.Keys ?? []);
}

/// <param name="Width">Of the bar, in percent as SVG writes it.</param>
internal sealed record TallyRow(string Label, string Count, string Share, string Width)
{
    public bool IsOption { get; init; } = true;

    public static TallyRow Of(string label, int count, int whole) => new(
        label,
        $"{Written.Count(count)}/{Written.Count(whole)}",
        Written.Share(count, whole),
        whole == 0 ? "0" : Math.Round(100m * count / whole, 2).ToString(CultureInfo.InvariantCulture));
}
