using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;

namespace VksServerless.Reports;

/// <summary>What a report is compared with: earlier periods, peers, and the units below.</summary>
/// <param name="Previous">The unit's own accepted answers of the preceding period; null: there are none.</param>
/// <param name="Parts">Its accepted answers of each period that makes up this one; null where one is not accepted.</param>
/// <param name="Peers">How units of its level stood in the preceding period.</param>
/// <param name="Below">Accepted figures of the units directly below, by field.</param>
public sealed record Background(
    Answers? Previous, IReadOnlyList<Answers?> Parts, PeerFigures Peers, IReadOnlyDictionary<string, SubordinateFigures> Below)
{
    /// <summary>Why the preceding period says nothing, in Vietnamese; null: it says something.</summary>
    public string? PreviousUnknown { get; init; }

    /// <summary>Why it cannot be said what the parts come to, in Vietnamese; null: it can.</summary>
    public string? PartsUnknown { get; init; }

    public static Background None { get; } = new(null, [], PeerFigures.None, new Dictionary<string, SubordinateFigures>());

    /// <summary>Unknown as soon as one of the periods is.</summary>
    public decimal? SumOfParts(FieldCode field)
    {
        decimal sum = 0;
        foreach (var part in Parts)
        {
            if (part?[field] is not Answer.Number number)
            {
                return null;
            }

            sum += number.Value;
        }

        return Parts.Count == 0 ? null : sum;
    }

    /// <summary>What the accepted reports of some units say of each field, as far as totals carry it.</summary>
    public static IReadOnlyDictionary<string, SubordinateFigures> Over(IEnumerable<Contribution> contributions) => contributions
        .SelectMany(contribution => contribution.Figures)
        .Select(figure => (figure.Key, Value: ValueOf(figure.Value)))
        .Where(figure => figure.Value is not null)
        .GroupBy(figure => figure.Key, figure => figure.Value!.Value)
        .ToDictionary(field => field.Key, field => new SubordinateFigures(field.Sum(), field.Count(), field.Min(), field.Max()));

    /// <summary>What one unit answered, told from what it brings to a total; null where that does not say.</summary>
    internal static decimal? ValueOf(Figure figure) => figure switch
    {
        Figure.Sum { Units: 1 } sum => sum.Reported,
        Figure.Mean { Units: 1 } mean => mean.Total,
        Figure.Ratio { Units: 1 } ratio => ratio.Value,
        Figure.Least { Units: 1 } least => least.Value,
        Figure.Greatest { Units: 1 } greatest => greatest.Value,
        _ => null,
    };
}
