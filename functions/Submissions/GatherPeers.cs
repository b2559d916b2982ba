using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>When a cycle opens, keeps how the units of each level stood in the preceding period, if its form asks for it.</summary>
public sealed class GatherPeers(ICycles cycles, ITotals totals, IForms forms, IPeers peers) : IOperation
{
    public async Task Execute(Cycle cycle, CancellationToken cancellation)
    {
        if (cycle.Terms.Previous is not { } previous
            || await forms.Find(cycle.Terms.Form, cancellation) is not { } form || !FormLogic.Of(form).ReadsPeers
            || await cycles.Read(previous, cancellation) is not { Value: var preceding }
            || await cycles.Roster(preceding, cancellation) is not { } roster
            || await peers.Read(cycle.Id, cancellation) is not null)
        {
            return;
        }

        var accepted = new List<Contribution>();
        foreach (var node in roster.Nodes)
        {
            accepted.AddRange((await totals.Children(previous, node.Unit, cancellation)).Select(child => child.Contribution).OfType<Contribution>());
        }

        await peers.Keep(
            cycle.Id, accepted.GroupBy(contribution => roster.LevelOf(contribution.Unit)).ToDictionary(level => level.Key, PeerFigures.Of), cancellation);
    }
}
