using VksServerless.Application.Units;
using VksServerless.Faults.Cycle;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.Benchmarks;

/// <summary>An open cycle in an edition in this process, and the people who report in it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private Bench(TemporaryFolder folder, Stage stage, Campaign campaign) => (_folder, Stage, Campaign) = (folder, stage, campaign);

    public static SamplePerson Centre { get; } = SamplePeople.Central.Single(person => person.Id == "centre");

    public Stage Stage { get; }

    public Campaign Campaign { get; }

    /// <summary>63 provinces with as many districts each as make up that many units, the rest departments.</summary>
    public static UnitDirectory DirectoryOf(int units)
    {
        var provinces = Math.Min(63, units / 10);
        var districts = (units / provinces) - 1;
        return Sector.Of(provinces, districts, Math.Max(1, units - (provinces * (districts + 1))));
    }

    public static async Task<Bench> Open(UnitDirectory directory)
    {
        var folder = new TemporaryFolder();
        var stage = await Stage.Start(folder.Path, directory, patience: TimeSpan.FromMinutes(1));
        var campaign = new Campaign(stage, directory);
        await campaign.Open();
        await stage.Settle();
        return new Bench(folder, stage, campaign);
    }

    public Task<Answer> Submit(Unit unit, object answers) => Stage.Try(api => api.Post(
        SamplePeople.ReporterOf(unit), $"cycles/{Campaign.Id}/reports/{unit.Code}/submit",
        new { Answers = answers, Adjustments = Array.Empty<object>() }, $"submit-{unit.Code}"));

    public Task<Answer> Accept(Unit unit, Unit superior) => Stage.Try(api => api.Post(
        superior.Code == UnitCode.Sector
            ? Centre
            : SamplePeople.HeadOf(superior), $"cycles/{Campaign.Id}/reports/{unit.Code}/accept", new { Version = 1 }));

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        _folder.Dispose();
    }
}
