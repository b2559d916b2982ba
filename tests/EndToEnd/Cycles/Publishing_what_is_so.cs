using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.People;
using VksServerless.Application.Reports;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Server.Storage;
using VksServerless.Storage;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Cycles;

public class Publishing_what_is_so
{
    [Fact]
    public async Task A_return_that_lands_before_the_publication_calls_for_another_approval()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        await cycle.Accepted("V14");
        await cycle.Accepted("T84");
        var approved = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;

        var limit = host.Clock.GetUtcNow().AddDays(1);
        await ReturnWhoseEventIsStillOnItsWay(host, cycle, "T84", limit);
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("closed", "it waits for the answer");
        await host.Play(limit.AddMilliseconds(1));

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        (await host.As("centre").Get($"{cycle.Path}/publications")).Done().Json.GetArrayLength().ShouldBe(0);
        var report = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done();
        report.ETag.ShouldNotBe(approved);
        report["manifest"].EnumerateArray().Single(entry => entry.GetProperty("unit").GetString() == "T84").GetProperty("state").GetString()
            .ShouldBe("returned");

        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
    }

    [Fact]
    public async Task A_revocation_that_was_decided_before_the_approval_does_not_land_after_it()
    {
        HeldList held = null!;
        await using var host = await AHost.Start(services => HeldList.Decorate(services, made => held = made));
        var cycle = await ACycle.Open(host, "V14", "T84");
        var units = new[] { "T84" };
        (await host.As("centre").Post($"{cycle.Path}/exemptions", new { units, reason = "Mới thành lập." })).Done();
        await cycle.Accepted("V14");
        var digest = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;

        held.Meanwhile = async () => (await host.As("leader-1").Post($"{cycle.Path}/approvals", new { digest })).Done();
        (await host.As("centre").Post(
            $"{cycle.Path}/exemptions/revoke", new { units, reason = "Nhầm.", dueAt = host.Clock.GetUtcNow().AddDays(1) }))
            .Refused(409, "cycle-not-open");
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("published");
        (await cycle.StateOf("T84")).ShouldBe("exempt");
    }

    [Fact]
    public async Task Each_accepted_content_is_read_once_to_put_together_and_once_to_publish()
    {
        var reads = new ConcurrentQueue<string>();
        await using var host = await AHost.Start(services =>
            services.AddSingleton<IBlobStore>(provider => new Counting(ActivatorUtilities.CreateInstance<FileBlobStore>(provider), reads)));
        var cycle = await ACycle.Open(host, "V14", "T84", "T84-CL");
        await cycle.Accepted("V14");
        await cycle.Accepted("T84-CL");
        reads.Clear();

        (await host.As("centre").Post($"{cycle.Path}/close", new { reason = "Đã đủ." })).Done();
        await host.WhenQuiet();
        reads.Count(name => name.StartsWith("contents/", StringComparison.Ordinal)).ShouldBe(2);

        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
        reads.Count(name => name.StartsWith("contents/", StringComparison.Ordinal)).ShouldBe(4);
    }

    private static async Task ReturnWhoseEventIsStillOnItsWay(AHost host, ACycle cycle, string unit, DateTimeOffset limit)
    {
        var reports = host.Services.GetRequiredService<IReports>();
        var id = CycleId.Of(cycle.Id);
        var current = (await host.Services.GetRequiredService<ICycles>().Read(id, CancellationToken.None))!.Value;
        var read = (await reports.Find(id, UnitCode.Of(unit), CancellationToken.None))!;
        var returned = read.Value.Return(
            current, 1, "Sai số liệu.", [], new Caller(PersonId.Of("centre"), "Cục 2", Role.Centre, UnitCode.Of("C2")),
            host.Clock.GetUtcNow(), limit).Value;
        (await reports.Save(read, new ReportChange(returned, null, null, []), CancellationToken.None)).ShouldBeTrue();
    }

    /// <summary>The server's own reports. After they are listed next, something happens before the reader goes on.</summary>
    private class HeldList : DispatchProxy
    {
        private IReports? _inner;
        private Func<Task>? _meanwhile;

        public Func<Task> Meanwhile
        {
            set => _meanwhile = value;
        }

        public static void Decorate(IServiceCollection services, Action<HeldList> made)
        {
            var own = services.Last(service => service.ServiceType == typeof(IReports)).ImplementationType!;
            services.AddSingleton(provider =>
            {
                var reports = Create<IReports, HeldList>();
                ((HeldList)(object)reports)._inner = (IReports)ActivatorUtilities.CreateInstance(provider, own);
                made((HeldList)(object)reports);
                return reports;
            });
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var answer = targetMethod!.Invoke(_inner, args);
            return answer is Task<Page<Versioned<Obligation>>> listed && Interlocked.Exchange(ref _meanwhile, null) is { } meanwhile
                ? After(listed, meanwhile)
                : answer;
        }

        private static async Task<Page<Versioned<Obligation>>> After(Task<Page<Versioned<Obligation>>> listed, Func<Task> meanwhile)
        {
            var page = await listed;
            await meanwhile();
            return page;
        }
    }

    private sealed class Counting(IBlobStore inner, ConcurrentQueue<string> reads) : IBlobStore
    {
        public Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation) =>
            inner.Write(name, content, keep, cancellation);

        public Task<Stream?> Open(string name, CancellationToken cancellation)
        {
            reads.Enqueue(name);
            return inner.Open(name, cancellation);
        }

        public Task Delete(string name, CancellationToken cancellation) => inner.Delete(name, cancellation);
    }
}
