using System.Text;
using VksServerless.Application.Events;

namespace VksServerless.Application.Tests.Events;

public class Sending_messages_again
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("""{"event":"CycleChanged","cycle":"k1","note":"Đ\u1ed9i \u003c\/b\u003e 1.0"}""")]
    [InlineData("""{ "event" : "CycleChanged" }""")]
    public void Keeps_every_byte_of_the_event_and_so_its_digest(string body)
    {
        var first = new EventMessage(Encoding.UTF8.GetBytes(body));
        var third = EventMessage.Read((first with { Attempt = 3 }).Write());

        third.Attempt.ShouldBe(3);
        Encoding.UTF8.GetString(third.Body.Span).ShouldBe(body);
        third.Digest.ShouldBe(first.Digest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Keeps_the_trace_of_what_committed_it(int attempt)
    {
        const string Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var message = new EventMessage("""{"event":"CycleChanged"}"""u8.ToArray(), attempt, Trace);

        var read = EventMessage.Read(message.Write());

        (read.Attempt, read.Trace, read.Digest).ShouldBe((attempt, Trace, message.Digest));
    }

    [Theory]
    [InlineData("{ no event")]
    [InlineData("[1]")]
    [InlineData("""{"attempt":"3","message":{}}""")]
    public void Takes_what_does_not_look_like_an_attempt_for_a_first_one(string body) =>
        EventMessage.Read(Encoding.UTF8.GetBytes(body)).ShouldSatisfyAllConditions(
            read => read.Attempt.ShouldBe(0),
            read => Encoding.UTF8.GetString(read.Body.Span).ShouldBe(body));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(4, 32)]
    [InlineData(5, 60)]
    [InlineData(1439, 60)]
    public void Waits_longer_each_time_up_to_a_minute(int failedBefore, int seconds)
    {
        var again = Redelivery.After(new EventMessage(default, failedBefore), Now).ShouldNotBeNull();

        again.Message.Attempt.ShouldBe(failedBefore + 1);
        (again.DueAt - Now).TotalSeconds.ShouldBe(seconds);
    }

    [Fact]
    public void Ends_after_a_day() => Redelivery.After(new EventMessage(default, 1440), Now).ShouldBeNull();
}
