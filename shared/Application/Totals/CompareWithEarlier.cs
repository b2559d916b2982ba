using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Finds what a node's figures are compared with, for those who may: the preceding cycle or one that is named.</summary>
public sealed class CompareWithEarlier(TotalAccess access, ICycles cycles, CompareTotals compare) : IUseCase
{
    /// <summary>How many earlier periods a figure is followed through.</summary>
    public const int MostPeriods = 12;

    /// <param name="with">Empty: the preceding cycle.</param>
    public async Task<Outcome<ComparedNode>> Execute(
        Caller caller, string cycle, string unit, string with, CancellationToken cancellation)
    {
        var found = await access.Read(caller, cycle, unit, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var (of, roster, node) = found.Value;
        var preceding = with.Length == 0 ? await cycles.Preceding(of, cancellation) : null;
        if (with.Length == 0 && preceding is null)
        {
            return TotalRefusals.NothingToCompare;
        }

        var earlier = preceding ?? (CycleId.TryParse(with, out var named) ? (await cycles.Read(named, cancellation))?.Value : null);
        return earlier is null or { Phase: CyclePhase.Cancelled } || !Permission.ReadsCycle(caller, earlier.IsDraft)
            ? CycleRefusals.Unknown(with.Length > 40 ? with[..40] : with)
            : new ComparedNode(of, roster, node, earlier, await compare.Execute(of, roster, node, earlier, cancellation));
    }

    /// <summary>One figure of the node over the periods: its cycle and those that precede it, oldest first.</summary>
    /// <param name="option">Of counted answers: the code of the option whose share is followed; else null.</param>
    public async Task<IReadOnlyList<FigureOfPeriod>> Follow(
        ComparedNode now, FieldCode field, string? option, Caller caller, CancellationToken cancellation)
    {
        var (periods, at) = (new List<FigureOfPeriod>(), now.Cycle);
        while (periods.Count < MostPeriods && await cycles.Preceding(at, cancellation) is { } earlier
            && Permission.ReadsCycle(caller, earlier.IsDraft))
        {
            var compared = await compare.Execute(now.Cycle, now.Roster, now.Node, earlier, cancellation);
            periods.Add(new FigureOfPeriod(earlier, compared.Exact ? Of(compared)?.Then : null));
            at = earlier;
        }

        periods.Reverse();
        return [.. periods, new FigureOfPeriod(now.Cycle, Of(now.Compared)?.Now)];

        Comparison? Of(Compared compared) => compared.Figures.FirstOrDefault(one => one.Field == field && one.Option == option);
    }
}

/// <summary>A node's figures beside those of an earlier cycle.</summary>
public sealed record ComparedNode(Cycle Cycle, Roster Roster, UnitCode Node, Cycle Earlier, Compared Compared);

/// <param name="Value">Null: the period has none, or none that is of this node alone.</param>
public sealed record FigureOfPeriod(Cycle Cycle, decimal? Value);
