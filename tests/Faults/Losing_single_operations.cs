using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using Xunit.Abstractions;

namespace VksServerless.Faults;

/// <summary>The store fails now and then, in every fault plan at other operations; the host goes on and people ask again.</summary>
[Collection(nameof(Undisturbed))]
public class Losing_single_operations(Undisturbed undisturbed, ITestOutputHelper output)
{
    /// <summary>Prime, so that the faults wander over what repeats.</summary>
    private const int EveryNth = 11;

    /// <summary>A sample of them, or with ./test.sh --long each.</summary>
    public static TheoryData<int> Offsets { get; } = [.. Enumerable.Range(0, EveryNth).Where(offset => Undisturbed.All || offset % 4 == 0)];

    [Theory]
    [MemberData(nameof(Offsets))]
    public Task Before_they_are_done_changes_nothing(int offset) => Play(plan => plan.Before = number => CutAt(number, offset));

    [Theory]
    [MemberData(nameof(Offsets))]
    public Task After_they_are_done_with_the_reply_lost_changes_nothing(int offset) =>
        Play(plan => plan.After = number => CutAt(number, offset));

    private async Task Play(Action<FaultPlan> arrange)
    {
        using var folder = new TemporaryFolder();
        var plan = new FaultPlan();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, plan);
        arrange(plan);
        plan.Watch();
        var campaign = new Campaign(stage, Undisturbed.Directory);
        await campaign.Play();
        plan.Watch(false);
        var ending = await undisturbed.SameEnd(campaign, stage);
        output.WriteLine(
            $"{plan.Operations} operations, {plan.Operations / EveryNth} faults, {ending.Mails} mails, {ending.MailsTwice} of them twice");
    }

    private static void CutAt(int number, int offset)
    {
        if (number % EveryNth == offset)
        {
            throw new LineCutException();
        }
    }
}
