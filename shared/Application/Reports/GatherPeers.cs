using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>When a cycle opens, keeps how the units of each level stood in the preceding period, if its form asks for it.</summary>
public sealed class GatherPeers(ICycles cycles, IFiguresBelow figuresBelow, IForms forms, IPeers peers) : IUseCase
{
    public async Task Execute(Cycle cycle, CancellationToken cancellation)
    {
        if (cycle.Terms.Previous is null
            || await forms.Find(cycle.Terms.Form, cancellation) is not { } form || !FormLogic.Of(form).ReadsPeers
            || await cycles.Preceding(cycle, cancellation) is not { } preceding
            || await cycles.Roster(preceding, cancellation) is not { } roster
            || await peers.Read(cycle.Id, cancellation) is not null)
        {
            return;
        }

        var standing = await figuresBelow.Standing(preceding, roster, cancellation);
        await peers.Keep(
            cycle.Id, standing.GroupBy(contribution => roster.LevelOf(contribution.Unit))
                .ToDictionary(level => level.Key, PeerFigures.Of), cancellation);
    }
}
