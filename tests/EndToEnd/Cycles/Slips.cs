using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>Series whose moves are lost for a while: as after a crash, or when another host is always quicker.</summary>
internal sealed class ForgetfulSeries(ISeries inner) : ISeries
{
    public int Forgets { get; set; }

    public static void Decorate(IServiceCollection services, Action<ForgetfulSeries> made)
    {
        var own = services.Last(service => service.ServiceType == typeof(ISeries)).ImplementationType!;
        services.AddSingleton<ISeries>(provider =>
        {
            var series = new ForgetfulSeries((ISeries)ActivatorUtilities.CreateInstance(provider, own));
            made(series);
            return series;
        });
    }

    public Task<IReadOnlyList<Versioned<CycleSeries>>> All(CancellationToken cancellation) => inner.All(cancellation);

    public Task<Versioned<CycleSeries>?> Read(SeriesCode code, CancellationToken cancellation) => inner.Read(code, cancellation);

    public Task<ETag?> Save(CycleSeries next, ETag etag, CancellationToken cancellation) =>
        next.Latest is not null && Forgets-- > 0 ? Task.FromResult<ETag?>(null) : inner.Save(next, etag, cancellation);
}

/// <summary>Cycles that are made, but cannot be started for a while.</summary>
internal sealed class StubbornCycles(ICycles inner) : ICycles
{
    public int Refuses { get; set; }

    public static void Decorate(IServiceCollection services, Action<StubbornCycles> made)
    {
        var own = services.Last(service => service.ServiceType == typeof(ICycles)).ImplementationType!;
        services.AddSingleton<ICycles>(provider =>
        {
            var cycles = new StubbornCycles((ICycles)ActivatorUtilities.CreateInstance(provider, own));
            made(cycles);
            return cycles;
        });
    }

    public Task<bool> Create(Cycle cycle, CancellationToken cancellation) => inner.Create(cycle, cancellation);

    public Task<Versioned<Cycle>?> Read(CycleId id, CancellationToken cancellation) => inner.Read(id, cancellation);

    public Task<Page<Cycle>> List(int size, string? continuation, CancellationToken cancellation) =>
        inner.List(size, continuation, cancellation);

    public Task<IReadOnlyList<Versioned<CycleId>>> UnderWay(CancellationToken cancellation) => inner.UnderWay(cancellation);

    public Task Leave(Versioned<CycleId> entry, CancellationToken cancellation) => inner.Leave(entry, cancellation);

    public Task<bool> Save(Versioned<Cycle> read, Cycle next, IReadOnlyList<ReportingEvent> events, CancellationToken cancellation) =>
        Refuses-- > 0 ? Task.FromResult(false) : inner.Save(read, next, events, cancellation);

    public Task<Roster> Fix(CycleId cycle, Roster roster, CancellationToken cancellation) => inner.Fix(cycle, roster, cancellation);

    public Task<string> Keep(CycleId cycle, Roster roster, CancellationToken cancellation) => inner.Keep(cycle, roster, cancellation);

    public Task<Roster?> Roster(Cycle cycle, CancellationToken cancellation) => inner.Roster(cycle, cancellation);
}
