using VksServerless.Application.Units;
using VksServerless.Faults.Cycle;
using VksServerless.Units;

namespace VksServerless.Faults.Faults;

/// <summary>The small cycle that all faults are measured by, and how it ends when nothing happens.</summary>
public sealed class Undisturbed : IAsyncLifetime
{
    internal static UnitDirectory Directory { get; } = Sector.Of(provinces: 2, districts: 3, departments: 4);

    /// <summary>Whether every operation is to fail once, instead of a sample of them: ./test.sh --long.</summary>
    internal static bool All { get; } = Environment.GetEnvironmentVariable("VKS_LONG") == "1";

    internal Ending Ending { get; private set; } = null!;

    /// <summary>Operations that change the store, in the whole cycle.</summary>
    internal int Operations { get; private set; }

    public async Task InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        var plan = new FaultPlan();
        // Patient: a clock that runs on while the first mails are under way has them sent twice.
        await using var stage = await Stage.Start(folder.Path, Directory, plan, patience: TimeSpan.FromSeconds(10));
        plan.Watch();
        var campaign = new Campaign(stage, Directory);
        await campaign.Play();
        await stage.Until(() => Task.FromResult(stage.NothingWaits));
        Ending = await Ending.Of(campaign, stage.Mails);
        Ending.MailsTwice.ShouldBe(0);
        Operations = plan.Operations;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Plays the cycle, or what is left of it, and demands the same end.</summary>
    internal async Task<Ending> SameEnd(Stage stage, Campaign campaign)
    {
        await campaign.Play();
        return await SameEnd(campaign, stage);
    }

    internal async Task<Ending> SameEnd(Campaign campaign, Stage stage)
    {
        await stage.Until(() => Task.FromResult(stage.NothingWaits));
        var ending = await Ending.Of(campaign, stage.Mails);
        ending.Report.ShouldBe(Ending.Report);
        ending.Digest.ShouldBe(Ending.Digest);
        ending.Letters.ShouldBe(Ending.Letters, "every mail went out, and no other");
        return ending;
    }
}

[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class OneAfterAnother : ICollectionFixture<Undisturbed>;
