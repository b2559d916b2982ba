using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>When a cycle opens, keeps how the units of each level stood in the preceding period, if its form asks for it.</summary>
public sealed class GatherPeers(ICycles cycles, IFiguresBelow figuresBelow, IForms forms, IPeers peers) : IUseCase
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
            accepted.AddRange(await figuresBelow.Accepted(previous, node.Unit, cancellation));
        }

        await peers.Keep(
            cycle.Id, accepted.GroupBy(contribution => roster.LevelOf(contribution.Unit))
                .ToDictionary(level => level.Key, PeerFigures.Of), cancellation);
    }
}
