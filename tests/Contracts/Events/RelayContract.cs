using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Events;
using VksServerless.Storage;
using VksServerless.Storage.Events;
using VksServerless.Submissions;

namespace VksServerless.Contracts.Events;

public abstract class RelayContract : PortContract
{
    public static TheoryData<string> Subjects =>
    [
        .. typeof(ReportingEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            .Cast<JsonDerivedTypeAttribute>().Select(derived => derived.DerivedType.Name),
    ];

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Every_event_arrives_as_it_was_written(string subject)
    {
        var happening = Every().Single(one => one.Subject == subject);
        await Rows.Commit("p", [], [EventEnvelope.Write(happening)], None);

        var arrived = (await Rows.Pending("p", TimeSpan.Zero, 10, None)).ShouldHaveSingleItem().Message;

        arrived.Subject.ShouldBe(subject);
        arrived.Id.ShouldBe(happening.Id);
        Said(EventEnvelope.Read(arrived.Body)).ShouldBe(Said(happening));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"event":"Nonsense","cycle":"k000000000000000"}""")]
    public void What_is_no_event_is_refused(string body) =>
        Should.Throw<JsonException>(() => EventEnvelope.Read(System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task What_was_committed_is_offered_to_the_relay()
    {
        using var host = Host();
        var cycles = host.GetRequiredService<ICycles>();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        await cycles.Save(read, read.Value with { Revision = 2 }, [new CycleChanged(Sample.Id(), 2)], None);

        var offered = Offered(host).ShouldHaveSingleItem();

        offered.Message.Id.ShouldBe($"{Sample.Id()}.2.CycleChanged");
        await host.GetRequiredService<IRowStore>().Forget([offered], None);
        (await Events()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_refused_is_not_offered()
    {
        using var host = Host();
        var cycles = host.GetRequiredService<ICycles>();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull() with { ETag = "\"0\"" };

        (await cycles.Save(read, read.Value with { Revision = 2 }, [new CycleChanged(Sample.Id(), 2)], None)).ShouldBeFalse();

        Offered(host).ShouldBeEmpty();
    }

    private static List<PendingMessage> Offered(ServiceProvider host)
    {
        var offered = new List<PendingMessage>();
        while (host.GetRequiredService<OutboxChannel>().Reader.TryRead(out var message))
        {
            offered.Add(message);
        }

        return offered;
    }

    private static ReportingEvent[] Every()
    {
        var (cycle, unit, superior) = (Sample.Id(), Sample.Unit(1), Sample.Province);
        var difficulty = DifficultyId.From("p-1", "khoa-1");
        return
        [
            new UnitObliged(cycle, unit, superior, 1),
            new ReportSubmitted(cycle, unit, superior, 2, new SubmittedVersion(1, Sample.Now, new string('a', 64), true, "p-1", "Cán bộ")),
            new ReportPresented(cycle, unit, superior, 2, new Presentation(1, Sample.Now, new string('a', 64), "p-1", "Cán bộ", false), Sample.Now),
            new ReportSentBack(cycle, unit, superior, 2, "Viện trưởng", "Thiếu số liệu"),
            new ReportWithdrawn(cycle, unit, superior, 3, 1),
            new ReportReturned(cycle, unit, superior, 4, 1, "Thiếu biên bản", ["so-may", "loi"]),
            new ReportAccepted(cycle, unit, superior, 5, 1),
            new UnitExempted(cycle, unit, superior, 6, "Sáp nhập"),
            new DeadlineExtended(cycle, unit, superior, 7, Sample.Now, "Bão số 3"),
            new ReminderDue(cycle, unit, superior, 8, Sample.Now, -7),
            new NodeChanged(cycle, superior, "T84-001.2"),
            new SectorTotalChanged(cycle, new string('a', 64), true),
            new CycleChanged(cycle, 2),
            new ReportLaidBefore(cycle, new string('d', 64)),
            new CycleCancelled(cycle, 4, "Hoãn"),
            new CyclePublished(cycle, 5, "01/BC-VKSTC"),
            new DifficultyRaised(difficulty, unit, 1),
            new DifficultyAssigned(difficulty, unit, 2),
            new DifficultyAnswered(difficulty, unit, 3),
            new DifficultyClosed(difficulty, unit, 4),
            new DifficultyReopened(difficulty, unit, 5),
        ];
    }
}
