using VksServerless.Application.Events;
using VksServerless.Server.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Server.Tests.Events;

public class Setting_messages_aside
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_poisoned_message_is_set_aside_with_its_reason_and_delays_no_other(bool inBulk)
    {
        await using var sample = await Sample.Started();
        ReportingEvent Numbered(int number) => inBulk ? Journal.Bulk(number) : Journal.Single(number);
        var written = Enumerable.Range(0, 30).Select(number => number == 7
            ? Sample.Unreadable("poison", Numbered(7)) : EventEnvelope.Write(Numbered(number)));

        await sample.Commit([.. written]);
        await sample.Server.WhenQuiet();

        var letter = (await sample.SetAside()).ShouldHaveSingleItem();
        (letter.Subscription, letter.Reason, letter.Attempts).ShouldBe((inBulk ? "totals" : "cycles", "Unreadable", 1));
        letter.Fault.ShouldContain("JsonException");
        System.Text.Encoding.UTF8.GetString(letter.Body.Span).ShouldBe("{ no event");
        sample.Journal.Entries.Count.ShouldBe(29);
        sample.Open().ShouldBe(0);
    }

    [Fact]
    public async Task What_fails_for_a_day_is_set_aside_with_its_reason()
    {
        await using var sample = await Sample.Started();
        sample.Journal.On = entry => entry == "cycles 7" ? throw new InvalidOperationException("cannot be done") : Task.CompletedTask;
        await sample.Commit(Enumerable.Range(0, 30).Select(Journal.Single));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(30);
        await sample.Server.DisposeAsync();
        await using (var database = new SqliteDatabase(Path.Combine(sample.Folder, "vks.db")))
        {
            await database.Write(session => session.Run("update deliveries set attempt = 1439"));
        }

        await sample.Start();
        sample.Clock.Advance(TimeSpan.FromMinutes(1));
        await sample.Server.WhenQuiet();
        (await sample.SetAside()).ShouldBeEmpty("there is one more try");
        sample.Clock.Advance(TimeSpan.FromMinutes(1));
        await sample.Server.WhenQuiet();

        var letter = (await sample.SetAside()).ShouldHaveSingleItem();
        (letter.Subscription, letter.Reason, letter.Attempts).ShouldBe(("cycles", "Failed for a day", 1441));
        letter.Fault.ShouldContain("cannot be done");
        sample.Open().ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_set_aside_is_not_delivered_again_whatever_becomes_of_its_batch(bool theRestFails)
    {
        await using var sample = await Sample.Started();
        var fails = theRestFails;
        sample.Journal.On = _ => fails ? throw new TimeoutException() : Task.CompletedTask;
        await sample.Commit(
            EventEnvelope.Write(Journal.Bulk(1)), Sample.Unreadable("dead", Journal.Bulk(2)),
            EventEnvelope.Write(Journal.Bulk(3)));
        await sample.Server.WhenQuiet();
        fails = false;
        await sample.Server.Play(sample.Clock, sample.Clock.GetUtcNow().AddMinutes(1));

        (await sample.SetAside()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
        sample.Journal.Entries.Distinct().Order().ShouldBe(["totals 1", "totals 3"]);
        sample.Open().ShouldBe(0);
    }

    [Fact]
    public async Task Stops_in_good_order_are_no_reason_to_set_a_message_aside()
    {
        await using var sample = await Sample.Started();
        sample.Journal.IsSlow = true;
        await sample.Commit(Journal.Single(1));
        for (var stop = 1; stop <= 11; stop++)
        {
            while (sample.Journal.Entries.Count < stop)
            {
                await Task.Delay(1);
            }

            await sample.Restart();
        }

        sample.Database.Read(session => session.Value("select begun from deliveries")).ShouldBeOneOf(0L, 1L);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task A_message_during_which_ten_processes_have_ended_is_set_aside(int begun, bool isDelivered)
    {
        await using var sample = await Sample.Started();
        await sample.Server.DisposeAsync();
        await using (var database = new SqliteDatabase(Path.Combine(sample.Folder, "vks.db")))
        {
            await database.Write(session => session.Run(
                "insert into deliveries(subscription, id, body, begun) values ('cycles', 'm', ?1, ?2)",
                EventJson.Write(Journal.Single(1)).ToArray(), begun));
        }

        await sample.Start();
        await sample.Server.WhenQuiet();

        sample.Journal.Entries.Count.ShouldBe(isDelivered ? 1 : 0);
        (await sample.SetAside()).Select(letter => letter.Reason).ShouldBe(isDelivered ? [] : ["The process ended during every delivery"]);
        sample.Open().ShouldBe(0);
    }
}
