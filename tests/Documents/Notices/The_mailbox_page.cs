using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using VksServerless.Cycles;
using VksServerless.Documents.Notices;
using VksServerless.Notices;
using VksServerless.Reports;

namespace VksServerless.Documents.Tests.Notices;

public class The_mailbox_page
{
    private static readonly DateTimeOffset Eight = new(2018, 7, 5, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Shows_the_newest_mail_first_with_all_that_it_says()
    {
        var page = Read([Mail("a", Eight, Eight.AddMinutes(1)), Mail("b", Eight.AddHours(1), null)], 2);
        var mails = page.QuerySelectorAll(".mails li");

        mails.Select(mail => mail.QuerySelector(".to")!.TextContent).ShouldBe(["b@vks.example", "a@vks.example"]);
        mails[1].QuerySelector(".subject")!.TextContent.ShouldBe("Nhắc <b>a</b>");
        mails[1].QuerySelector(".tag")!.TextContent.ShouldBe("Đôn đốc");
        mails[1].QuerySelector(".at")!.TextContent.ShouldBe("05/07/2018 08:01");
        mails[1].QuerySelector("details .text")!.TextContent.ShouldBe("Kính gửi\n\n<script>a</script>");
        mails[0].QuerySelector(".at")!.TextContent.ShouldBe("Chờ gửi · 05/07/2018 09:00");
        page.QuerySelector("script").ShouldBeNull();
        page.QuerySelector(".note")!.TextContent.ShouldBe("Tổng số 2 thư, mới nhất trước.");
    }

    [Fact]
    public void Says_when_there_are_more_than_it_shows() =>
        Read([Mail("a", Eight, Eight)], 1_234)
            .QuerySelector(".note")!.TextContent.ShouldBe("Đang hiển thị 1 thư mới nhất trong tổng số 1.234 thư.");

    [Fact]
    public void Says_when_there_are_none() => Read([], 0).QuerySelector("main")!.TextContent.ShouldContain("Chưa có thư nào.");

    private static LoggedMail Mail(string name, DateTimeOffset recorded, DateTimeOffset? sent) => new(
        new Mail(
            name, MailFile.Of(CycleId.From(PersonId.Of("p"), "m")), nameof(ReminderDue), $"{name}@vks.example", $"Nhắc <b>{name}</b>",
            $"Kính gửi\n\n<script>{name}</script>"), recorded, sent);

    private static IHtmlDocument Read(IReadOnlyList<LoggedMail> mails, int total) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(MailboxPage.Render(mails, total).Span));
}
