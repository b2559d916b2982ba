using VksServerless.Application.Notices;
using VksServerless.Contracts.Ports;
using VksServerless.Notices;

namespace VksServerless.Contracts.Notices;

public abstract class MailLogContract : PortContract
{
    [Fact]
    public async Task A_mail_is_recorded_once()
    {
        var log = Host<IMailLog>();
        var logged = new LoggedMail(Mail("a"), Sample.Now, null);
        (await log.Record(Mail("a"), Sample.Now, None)).ShouldNotBeNull().Value.ShouldBe(logged);

        (await log.Record(Mail("a"), Sample.Now.AddHours(1), None)).ShouldBeNull();

        (await Logged()).ShouldBe([logged]);
        (await Waiting()).Select(waiting => waiting.Value).ShouldBe([logged]);
    }

    [Fact]
    public async Task What_was_sent_waits_no_longer_and_is_not_recorded_again()
    {
        var log = Host<IMailLog>();
        var recorded = (await log.Record(Mail("a"), Sample.Now, None))!;
        await log.MarkSent(recorded, Sample.Now.AddMinutes(1), None);

        (await Host<IMailLog>().Record(Mail("a"), Sample.Now.AddHours(1), None)).ShouldBeNull();
        await log.MarkSent(recorded, Sample.Now.AddHours(1), None);
        await log.MarkRefused(recorded, "550", Sample.Now.AddHours(1), None);

        (await Logged()).ShouldBe([new LoggedMail(Mail("a"), Sample.Now, Sample.Now.AddMinutes(1))]);
        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_refused_waits_no_longer_and_says_why()
    {
        var log = Host<IMailLog>();
        await log.Record(Mail("a"), Sample.Now, None);
        var waiting = (await Waiting()).ShouldHaveSingleItem();

        await log.MarkRefused(waiting, "550 no such mailbox", Sample.Now.AddMinutes(1), None);
        await log.MarkSent(waiting, Sample.Now.AddMinutes(2), None);

        (await Logged())
            .ShouldBe([new LoggedMail(Mail("a"), Sample.Now, null, new MailRefusal(Sample.Now.AddMinutes(1), "550 no such mailbox"))]);
        (await Waiting()).ShouldBeEmpty();
        (await log.Record(Mail("a"), Sample.Now.AddHours(1), None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_mail_costs_two_commits_and_no_read()
    {
        var rows = new FaultyRows(Rows, atCommit: 0, before: true);
        var log = Host<IMailLog>(rows);

        await log.MarkSent((await log.Record(Mail("a"), Sample.Now, None))!, Sample.Now, None);

        (rows.Commits, rows.Reads).ShouldBe((2, 0));
    }

    [Fact]
    public async Task What_cannot_wait_is_read_before_what_can_each_oldest_first_of_one_cycle()
    {
        var log = Host<IMailLog>();
        foreach (var minutes in (int[])[3, 1, 5, 2, 4])
        {
            await log.Record(Mail($"m{9 - minutes}"), Sample.Now.AddMinutes(minutes), None);
        }

        await log.Record(Mail("opening") with { Kind = "UnitObliged" }, Sample.Now, None);

        await log.Record(Mail("m1", cycle: 2), Sample.Now, None);
        await log.MarkSent((await Waiting())[2], Sample.Now.AddHours(1), None);

        (await Waiting()).Select(mail => mail.Value.Mail.Key).ShouldBe(["m8", "m7", "m5", "m4", "opening"]);
        (await log.Waiting(MailFile.Of(Sample.Id()), 2, None)).Select(mail => mail.Value.Mail.Key).ShouldBe(["m8", "m7"]);
    }

    [Fact]
    public async Task Many_who_record_and_mark_at_once_leave_one_entry()
    {
        var recorded = await AtOnce(8, _ => Host<IMailLog>().Record(Mail("a"), Sample.Now, None));
        var one = recorded.OfType<Versioned<LoggedMail>>().ShouldHaveSingleItem();
        await AtOnce(8, async number =>
        {
            await (number % 2 == 0
                ? Host<IMailLog>().MarkSent(one, Sample.Now.AddSeconds(number), None)
                : Host<IMailLog>().MarkRefused(one, "550", Sample.Now.AddSeconds(number), None));
            return number;
        });

        var logged = (await Logged()).ShouldHaveSingleItem();
        (logged.SentAt is null).ShouldBe(logged.Refused is not null, "the first who marks decides");
        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_no_row_can_have_is_told_from_others_like_it()
    {
        var log = Host<IMailLog>();
        var longKey = new string('k', 250);
        foreach (var key in (string[])[longKey + "1", longKey + "2", new string('k', 169), new string('k', 168), "an@vks.example",
            "an/vks.example"])
        {
            await log.MarkSent((await log.Record(Mail(key), Sample.Now, None)).ShouldNotBeNull(), Sample.Now, None);
        }

        (await Logged()).Select(logged => logged.Mail.Key).Distinct().Count().ShouldBe(6);
        (await log.Record(Mail(longKey + "1"), Sample.Now, None)).ShouldBeNull();
        (await log.Record(Mail(longKey + "3"), Sample.Now, None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_log_is_read_in_pages_of_one_cycle_or_of_all()
    {
        var log = Host<IMailLog>();
        for (var number = 1; number <= 5; number++)
        {
            await log.Record(Mail($"m{number}"), Sample.Now, None);
        }

        await log.Record(Mail("m1", cycle: 2), Sample.Now, None);

        var (ofOne, pages) = await AllOf(continuation => log.List(MailFile.Of(Sample.Id()), 2, continuation, None));
        pages.ShouldBe(3);
        ofOne.Select(logged => logged.Mail.Key).ShouldBe(["m1", "m2", "m3", "m4", "m5"]);
        (await AllOf(continuation => log.List(null, 4, continuation, None))).Items.Count.ShouldBe(6);
    }

    [Fact]
    public async Task What_has_failed_waits_again_once_however_many_ask_and_can_be_sent_then()
    {
        var log = Host<IMailLog>();
        var recorded = (await log.Record(Mail("a"), Sample.Now, None))!;
        await log.MarkRefused(recorded, "550", Sample.Now.AddMinutes(1), None);
        var failed = (await log.Find(MailFile.Of(Sample.Id()), "a", None)).ShouldNotBeNull();
        var next = failed.Value.SendAgain("Vận hành", Sample.Now.AddDays(9)).Value;

        var reopened = await AtOnce(8, _ => Host<IMailLog>().Reopen(failed, next, None));

        var waiting = reopened.OfType<Versioned<LoggedMail>>().ShouldHaveSingleItem();
        (await Waiting()).ShouldHaveSingleItem().Value.TriedSince.ShouldBe(Sample.Now.AddDays(9));
        await log.MarkSent(waiting, Sample.Now.AddDays(10), None);
        (await Waiting()).ShouldBeEmpty();
        var sent = (await Logged()).ShouldHaveSingleItem();
        (sent.State, sent.Again!.Count).ShouldBe((MailState.Sent, 1));
        (await log.Find(MailFile.Of(Sample.Id()), "b", None)).ShouldBeNull();
    }

    private static Mail Mail(string key, int cycle = 1) => new(
        key, MailFile.Of(Sample.Id(cycle)), "ReminderDue", "an@vks.example", "Nhắc nộp báo cáo",
        "Kính gửi đơn vị, hạn nộp là 16 giờ ngày 20/7.");

    private Task<IReadOnlyList<Versioned<LoggedMail>>> Waiting() => Host<IMailLog>().Waiting(MailFile.Of(Sample.Id()), 100, None);

    private async Task<IReadOnlyList<LoggedMail>> Logged() =>
        (await Host<IMailLog>().List(MailFile.Of(Sample.Id()), 100, null, None)).Items;
}
