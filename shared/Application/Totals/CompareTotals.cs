using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>So sánh với kỳ trước: a node's figures beside those of an earlier cycle, restated for the units that it has now.</summary>
public sealed class CompareTotals(ICycles cycles, IDirectoryStore directories, IForms forms, TakeSnapshot snapshot) : IUseCase
{
    public async Task<Compared> Execute(Cycle cycle, Roster roster, UnitCode node, Cycle earlier, CancellationToken cancellation)
    {
        var now = await snapshot.Execute(cycle, roster, node, Basis.Standing, cancellation);
        var (form, formBefore) = (await FormOf(cycle, cancellation), await FormOf(earlier, cancellation));
        if (await cycles.Roster(earlier, cancellation) is not { } before || !before.Knows(UnitCode.Sector))
        {
            var alone = Comparison.Of(form, now.FiguresOf(node), formBefore, FigureTable.None);
            return new Compared(alone, now.CompletenessOf(node), null, true, []);
        }

        var then = await snapshot.Execute(earlier, before, UnitCode.Sector, Basis.Standing, cancellation);
        var restatement = new Restatement((await directories.Read(cancellation)).Value, earlier, cycle, roster);
        var restated = restatement.Of(
            then.Units.Values.Where(unit => unit.Contribution is not null)
                .ToDictionary(unit => unit.Unit, unit => unit.Contribution!.Figures), roster);
        var (figures, exact) = restated.Under(node);
        return new Compared(
            Comparison.Of(form, now.FiguresOf(node), formBefore, figures),
            now.CompletenessOf(node),
            before.Knows(node) ? then.CompletenessOf(node) : null,
            exact,
            restatement.Notes(then.Units.Keys.Where(unit =>
                restatement.Carry([new Share([unit], FigureTable.None)])
                    .Any(share => share.Units.Any(heir => roster.IsWithin(heir, node))))));
    }

    private async Task<Form> FormOf(Cycle cycle, CancellationToken cancellation) =>
        (await forms.Find(cycle.Terms.Form, cancellation))!;
}

/// <param name="Then">Of the same node in the earlier cycle; null when it had no part in it.</param>
/// <param name="Exact">False when part of the earlier figures belongs to this node and others together and is told further up only.</param>
/// <param name="Notes">What was done to make the two comparable.</param>
public sealed record Compared(
    IReadOnlyList<Comparison> Figures, Completeness Now, Completeness? Then, bool Exact, IReadOnlyList<string> Notes);
