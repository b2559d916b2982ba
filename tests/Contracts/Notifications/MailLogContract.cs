using VksServerless.Contracts.Ports;
using VksServerless.Notifications;

namespace VksServerless.Contracts.Notifications;

public abstract class MailLogContract : PortContract
{
    [Fact]
    public async Task A_mail_is_recorded_once()
    {
        var log = Host<IMailLog>();
        (await log.Record(Mail("a"), Sample.Now, None)).ShouldBeTrue();

        (await log.Record(Mail("a"), Sample.Now.AddHours(1), None)).ShouldBeTrue("it is recorded, and not sent yet");

        (await Logged()).ShouldBe([new LoggedMail(Mail("a"), Sample.Now, null)]);
    }

    [Fact]
    public async Task What_was_sent_is_not_to_be_sent_again()
    {
        var log = Host<IMailLog>();
        await log.Record(Mail("a"), Sample.Now, None);
        await log.MarkSent(Mail("a"), Sample.Now.AddMinutes(1), None);

        (await Host<IMailLog>().Record(Mail("a"), Sample.Now.AddHours(1), None)).ShouldBeFalse();
        await log.MarkSent(Mail("a"), Sample.Now.AddHours(1), None);

        (await Logged()).ShouldBe([new LoggedMail(Mail("a"), Sample.Now, Sample.Now.AddMinutes(1))]);
    }

    [Fact]
    public async Task What_was_sent_without_being_recorded_is_logged_all_the_same()
    {
        await Host<IMailLog>().MarkSent(Mail("a"), Sample.Now, None);

        (await Logged()).ShouldBe([new LoggedMail(Mail("a"), Sample.Now, Sample.Now)]);
    }

    [Fact]
    public async Task Many_who_record_and_mark_at_once_leave_one_entry()
    {
        await AtOnce(8, async number =>
        {
            await Host<IMailLog>().Record(Mail("a"), Sample.Now, None);
            await Host<IMailLog>().MarkSent(Mail("a"), Sample.Now.AddSeconds(number), None);
            return number;
        });

        (await Logged()).ShouldHaveSingleItem().SentAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_that_no_row_can_have_is_told_from_others_like_it()
    {
        var log = Host<IMailLog>();
        var longKey = new string('k', 250);
        foreach (var key in (string[])[longKey + "1", longKey + "2", "an@vks.example", "an/vks.example"])
        {
            await log.Record(Mail(key), Sample.Now, None);
            await log.MarkSent(Mail(key), Sample.Now, None);
        }

        (await Logged()).Select(logged => logged.Mail.Key).Distinct().Count().ShouldBe(4);
        (await log.Record(Mail(longKey + "1"), Sample.Now, None)).ShouldBeFalse();
        (await log.Record(Mail(longKey + "3"), Sample.Now, None)).ShouldBeTrue();
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

        var (ofOne, pages) = await AllOf(continuation => log.List(Sample.Id(), 2, continuation, None));
        pages.ShouldBe(3);
        ofOne.Select(logged => logged.Mail.Key).ShouldBe(["m1", "m2", "m3", "m4", "m5"]);
        (await AllOf(continuation => log.List(null, 4, continuation, None))).Items.Count.ShouldBe(6);
    }

    private static Mail Mail(string key, int cycle = 1) => new(
        key, Sample.Id(cycle), "ReminderDue", "an@vks.example", "Nhắc nộp báo cáo", "Kính gửi đơn vị, hạn nộp là 16 giờ ngày 20/7.");

    private async Task<IReadOnlyList<LoggedMail>> Logged() => (await Host<IMailLog>().List(Sample.Id(), 100, null, None)).Items;
}
