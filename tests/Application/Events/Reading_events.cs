using System.Text;
using System.Text.Json;
using VksServerless.Application.Events;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Tests.Events;

public class Reading_events
{
    private static readonly CycleId Cycle = CycleId.Of("k000000000000000");

    [Fact]
    public void Gives_what_was_written()
    {
        var happened = new CycleChanged(Cycle, 2) { At = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), By = PersonId.Of("p-1") };

        EventJson.Read(EventJson.Write(happened).Span).ShouldBe(happened);
        Encoding.UTF8.GetString(EventJson.Write(happened).Span).ShouldContain("\"at\":\"2026-03-01T08:00:00+00:00\",\"by\":\"p-1\"");
    }

    [Fact]
    public void Of_earlier_versions_says_that_nobody_recorded_when_and_by_whom()
    {
        var happened = Read("""{"event":"CycleChanged","cycle":"k000000000000000","revision":2}""");

        happened.ShouldBe(new CycleChanged(Cycle, 2) { At = DateTimeOffset.UnixEpoch, By = PersonId.Unknown });
        happened.Id.ShouldBe("k000000000000000.2.CycleChanged");
    }

    [Fact]
    public void Of_earlier_versions_finds_the_report_that_waits_for_approval() =>
        Read($$"""{"event":"ReportLaidBefore","cycle":"k000000000000000","digest":"{{new string('a', 64)}}"}""").Id
            .ShouldBe($"k000000000000000.{new string('a', 16)}.ReportLaidBefore");

    [Fact]
    public void Of_earlier_versions_finds_the_head_who_sent_a_report_back()
    {
        var earlier = Read("""
            {"event":"ReportSentBack","cycle":"k000000000000000","unit":"T84","superior":"VKSTC","revision":3,"by":"Lê Văn Cường","reason":"Sai"}
            """);
        var now = new ReportSentBack(Cycle, UnitCode.Of("T84"), UnitCode.Sector, 3, "Sai", "Lê Văn Cường") { By = PersonId.Of("p-8") };

        ((ReportSentBack)earlier).HeadName.ShouldBe("Lê Văn Cường");
        ((ReportSentBack)EventJson.Read(EventJson.Write(now).Span)).HeadName.ShouldBe("Lê Văn Cường");
    }

    [Theory]
    [InlineData("""{"event":"NodeChanged"}""")]
    [InlineData("""{"event":"ReportAccepted","cycle":"k000000000000000","unit":"T84","superior":"VKSTC","revision":3}""")]
    [InlineData("""{"event":"CycleCancelled","cycle":"k000000000000000","revision":3,"reason":null}""")]
    [InlineData("""{"event":"Nothing"}""")]
    [InlineData("null")]
    public void Refuses_what_is_not_whole(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void Knows_every_kind_that_a_subscription_takes() =>
        Subscriptions.All.Values.SelectMany(subjects => subjects).Where(subject => !subject.StartsWith("again.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(EventJson.Kinds.Select(kind => kind.Name));

    private static ReportingEvent Read(string json) => EventJson.Read(Encoding.UTF8.GetBytes(json));
}
