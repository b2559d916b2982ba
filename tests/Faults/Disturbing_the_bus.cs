using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Local.Bus;

namespace VksServerless.Faults;

[Collection(nameof(Undisturbed))]
public class Disturbing_the_bus(Undisturbed undisturbed)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task With_every_message_twice_shuffled_late_or_poisoned_changes_nothing(int seed)
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, configure: services =>
        {
            services.AddSingleton(provider => new UnrulyBus(provider.GetRequiredService<LocalBus>(), seed));
            services.AddSingleton<ServiceBusClient>(provider => provider.GetRequiredService<UnrulyBus>());
        });

        await undisturbed.SameEnd(stage, new Campaign(stage, Undisturbed.Directory));

        var dead = stage.Host.Services.GetRequiredService<DeadLetters>().All();
        dead.ShouldAllBe(letter => letter.MessageId.StartsWith("poison-", StringComparison.Ordinal) && letter.Attempts == 1);
        dead.Count.ShouldBe(stage.Host.Services.GetRequiredService<UnrulyBus>().Poisoned);
        dead.ShouldNotBeEmpty();
    }
}
