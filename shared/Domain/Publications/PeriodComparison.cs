using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Publications;

/// <summary>What was published of the preceding period.</summary>
/// <param name="Number">Of its publication.</param>
/// <param name="Notes">How its figures were restated, in Vietnamese; usually none.</param>
public sealed record PublishedBefore(PublicationNumber Number, SectorReport Report, IReadOnlyList<string> Notes)
{
    /// <summary>The version of the form that its units answered; null: the same.</summary>
    public Form? Form { get; init; }
}

/// <summary>So sánh với kỳ trước.</summary>
/// <param name="Number">Of the publication whose figures stand for the preceding period.</param>
/// <param name="Notes">How they were restated, in Vietnamese; usually none.</param>
public sealed record PeriodComparison(
    CycleId Cycle, PublicationNumber Number, Period Period, IReadOnlyList<Compared> Figures, IReadOnlyList<string> Notes)
{
    /// <returns>Null when there is nothing to compare with, or only another form's report.</returns>
    public static PeriodComparison? With(
        PublishedBefore? earlier, Form form, IReadOnlyDictionary<string, Figure> now, IReadOnlyDictionary<string, Denominator> of) =>
        earlier is { Report: { } report } && report.Form.Code == form.Code
            ? new(report.Cycle, earlier.Number, report.Period, [.. Compare(form, earlier.Form ?? form, report, now, of)], earlier.Notes)
            : null;

    /// <summary>Like with like: shares as shares, amounts as amounts, and a question only with the same question.</summary>
    private static IEnumerable<Compared> Compare(
        Form form, Form before, SectorReport then, IReadOnlyDictionary<string, Figure> now, IReadOnlyDictionary<string, Denominator> of) =>
        from field in form.Fields
        where field.IsLike(before.Find(field.Code))
        from compared in (then.Figures.GetValueOrDefault(field.Code), now.GetValueOrDefault(field.Code)) switch
        {
            (Figure.Tally one, Figure.Tally other) => Shares(
                field, one, then.Denominators.GetValueOrDefault(field.Code), other, of.GetValueOrDefault(field.Code)),
            var (one, other) when one?.GetType() == other?.GetType() && ValueOf(one) is { } was && ValueOf(other) is { } value =>
                [
                    new Compared(field.Code, null, was, value)
                    {
                        InPoints = field.Type is FieldType.Percent ? true : null,
                        Units = Answered(then.Denominators.GetValueOrDefault(field.Code), of.GetValueOrDefault(field.Code)),
                    },
                ],
            _ => [],
        }
        select compared;

    private static IEnumerable<Compared> Shares(
        Field field, Figure.Tally then, Denominator? thenOf, Figure.Tally now, Denominator? nowOf) =>
        from option in then.Counts.Keys.Union(now.Counts.Keys).Order(StringComparer.Ordinal)
        let shares = new ComparedShares(
            then.Counts.GetValueOrDefault(option), thenOf?.Concerned ?? then.Units, now.Counts.GetValueOrDefault(option),
            nowOf?.Concerned ?? now.Units)
        where shares is { ThenOf: > 0, NowOf: > 0 }
        select new Compared(field.Code, option, Share(shares.Then, shares.ThenOf), Share(shares.Now, shares.NowOf))
        {
            Shares = shares,
            InPoints = true,
        };

    private static ComparedShares? Answered(Denominator? then, Denominator? now) =>
        then is null || now is null ? null : new(then.Answered, then.Concerned, now.Answered, now.Concerned);

    private static decimal Share(int part, int whole) =>
        Exact.Normalise(Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero));

    private static decimal? ValueOf(Figure? figure) => figure is Figure.Rows rows ? rows.Count : FigureNumber.Of(figure);
}

/// <summary>A figure of the sector beside what it was; of counted answers their share in percent.</summary>
/// <param name="Option">Of counted answers: the code of the option; else null.</param>
public sealed record Compared(FieldCode Field, string? Option, decimal Then, decimal Now)
{
    /// <summary>Of counted answers: how many of how many. Null of everything else, and in reports that compared counts.</summary>
    public ComparedShares? Shares { get; init; }

    /// <summary>Of any other figure: how many units it speaks of, of how many. Null in reports that did not say so.</summary>
    public ComparedShares? Units { get; init; }

    /// <summary>True of two percentages: between them there lie percentage points. Null of everything else.</summary>
    public bool? InPoints { get; init; }

    public decimal Change => Now - Then;

    /// <summary>
    /// In percent of what it was, rounded to one place, halves away from zero; null when it was zero, and of percentages.
    /// </summary>
    public decimal? Percent =>
        Then == 0 || InPoints is true ? null : Math.Round(100 * Change / Math.Abs(Then), 1, MidpointRounding.AwayFromZero);
}

/// <summary>How many units gave an answer, of how many that could have, in either period.</summary>
public sealed record ComparedShares(int Then, int ThenOf, int Now, int NowOf);
