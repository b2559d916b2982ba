using System.Collections.Concurrent;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Xếp hạng: by what each unit itself answered in the report that is accepted of it.</summary>
public sealed class RankUnits(TakeSnapshot snapshot, IReports reports, IForms forms) : IUseCase
{
    private const int AtOnce = 8;

    /// <param name="level">Null: units of all levels.</param>
    public async Task<Ranking> Execute(Cycle cycle, Roster roster, Field field, UnitLevel? level, CancellationToken cancellation)
    {
        if (!roster.Knows(UnitCode.Sector))
        {
            return Ranking.Of(field.Ranked!.Value, []);
        }

        var sector = await snapshot.Execute(cycle, roster, UnitCode.Sector, Basis.Standing, cancellation);
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var values = new ConcurrentBag<(UnitCode Unit, decimal Value)>();
        await Parallel.ForEachAsync(
            sector.Units.Values.Where(unit => unit.Contribution is not null && (level is null || roster.LevelOf(unit.Unit) == level)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (unit, stop) =>
            {
                if (await AnswerOf(cycle.Id, form, field, unit.Contribution!, stop) is { } value)
                {
                    values.Add((unit.Unit, value));
                }
            });
        return Ranking.Of(field.Ranked!.Value, values);
    }

    /// <summary>What is in no total, or mixed there with what was adjusted or weighed, stands only in the report itself.</summary>
    private async Task<decimal?> AnswerOf(CycleId cycle, Form form, Field field, Contribution accepted, CancellationToken cancellation) =>
        field.Aggregation is AggregationMethod.None or AggregationMethod.Ratio or AggregationMethod.WeightedMean
        ? ((await reports.ContentOf(cycle, accepted.Unit, accepted.Sha256, form, cancellation)).Answers[field.Code] as Answer.Number)?.Value
        : FigureNumber.AnsweredIn(accepted.Figures.GetValueOrDefault(field.Code));
}
