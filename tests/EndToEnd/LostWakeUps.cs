using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;
using VksServerless.Server.Workflow;

namespace VksServerless.EndToEnd;

/// <summary>The server's own cycle clock, which no event wakes.</summary>
internal sealed class LostWakeUps(CycleClock inner) : ICycleClock
{
    public bool AreLost { get; set; }

    public static void Decorate(IServiceCollection services, Action<LostWakeUps> made) => services.AddSingleton<ICycleClock>(provider =>
    {
        var clock = new LostWakeUps(provider.GetRequiredService<CycleClock>());
        made(clock);
        return clock;
    });

    public Task Wake(CycleId cycle, CancellationToken cancellation) => AreLost ? Task.CompletedTask : inner.Wake(cycle, cancellation);

    public Task KeepGoing(CycleId cycle, Agenda agenda, CancellationToken cancellation) => inner.KeepGoing(cycle, agenda, cancellation);
}
