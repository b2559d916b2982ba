using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Events;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.Faults;

[Collection(nameof(Undisturbed))]
public class Disturbing_the_queue(Undisturbed undisturbed)
{
    /// <summary>Three, or with ./test.sh --long twenty.</summary>
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Undisturbed.All ? 20 : 3)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task With_every_message_twice_shuffled_late_or_poisoned_changes_nothing(int seed)
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, configure: services =>
        {
            services.AddSingleton(provider => new UnrulyRowStore(ActivatorUtilities.CreateInstance<SqliteRowStore>(provider), seed));
            services.AddSingleton<IRowStore>(provider => provider.GetRequiredService<UnrulyRowStore>());
        });

        await undisturbed.SameEnd(stage, new Campaign(stage, Undisturbed.Directory));

        var setAside = (await stage.Server.Services.GetRequiredService<ISetAsideMessages>().List(1000, null, CancellationToken.None)).Items;
        setAside.Select(letter => (Body: Encoding.UTF8.GetString(letter.Body.ToArray()), letter.Attempts))
            .ShouldAllBe(letter => letter.Body.StartsWith("{ no event", StringComparison.Ordinal) && letter.Attempts == 1);
        setAside.Count.ShouldBe(stage.Server.Services.GetRequiredService<UnrulyRowStore>().Poisoned);
        setAside.ShouldNotBeEmpty();
    }
}
