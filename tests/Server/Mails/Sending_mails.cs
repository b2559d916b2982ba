using VksServerless.Application.Cycles;
using VksServerless.Application.Notices;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Server.Notices;

namespace VksServerless.Server.Tests.Mails;

/// <summary>Against a mail server of somebody else's.</summary>
public class Sending_mails
{
    private const string Sender = "bao-cao@vks.example";

    [Fact]
    public async Task It_arrives_as_it_was_written()
    {
        await using var server = await MailServer.Start();
        const string Subject = "[Mở kỳ báo cáo] Tổng kết 10 năm ứng dụng công nghệ thông tin trong ngành Kiểm sát nhân dân";
        const string Text = "Kính gửi: VKSND quận Cầu Giấy\n\nĐề nghị đơn vị báo cáo \"Tổng kết\" trước 16 giờ ngày 20/7 = hạn cuối.\n"
            + ".\nTrân trọng.\n";

        await Mailer(server).Send(Mail() with { Subject = Subject, Text = Text }, default);

        var mail = (await server.Taken()).ShouldHaveSingleItem();
        (mail.From, mail.To.ShouldHaveSingleItem()).ShouldBe((Sender, "an@vks.example"));
        mail.Header("From").ShouldBe(Sender);
        mail.Header("To").ShouldBe("an@vks.example");
        mail.Header("Subject").ShouldBe("[Mở kỳ báo cáo] Tổng kết 10 năm ứng dụng công nghệ thông tin trong ngành Kiểm sát nhân dân");
        mail.Header("X-Vks-Key").ShouldBe("k1.T84|1");
        mail.Header("Message-ID").ShouldBe("<k1.T84.1@vks.example>");
        mail.Header("Content-Type").ShouldContain("utf-8");
        mail.Text.ReplaceLineEndings("\n").TrimEnd('\n').ShouldBe(Text.TrimEnd('\n'));
    }

    [Theory]
    [InlineData("an@vks.example\r\nBcc: all@vks.example", "Biên nhận")]
    [InlineData("an@vks.example\nBcc: all@vks.example", "Biên nhận")]
    [InlineData("an@vks.example, all@vks.example", "Biên nhận")]
    [InlineData("an@vks.example> NOTIFY=SUCCESS", "Biên nhận")]
    [InlineData("an@vks.example", "Biên nhận\r\nBcc: all@vks.example")]
    [InlineData("an@vks.example", "Biên nhận\nBcc: all@vks.example")]
    [InlineData("ân@vks.example", "Biên nhận")]
    [InlineData("nobody", "Biên nhận")]
    public async Task What_cannot_be_an_address_or_a_subject_is_refused_and_nothing_goes_out(string to, string subject)
    {
        await using var server = await MailServer.Start();

        await Should.ThrowAsync<MailRefusedException>(Mailer(server).Send(Mail() with { To = to, Subject = subject }, default));

        (await server.Taken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mailbox_that_is_busy_is_no_reason_to_leave_the_other_mails()
    {
        await using var server = await MailServer.Start();
        await server.Answers("rcpt 450");

        var busy = await Should.ThrowAsync<Exception>(Mailer(server).Send(Mail(), default));
        busy.ShouldNotBeOfType<MailLaterException>();
        busy.ShouldNotBeOfType<MailRefusedException>();

        await server.Answers("accept");
        await Mailer(server).Send(Mail(), default);
        (await server.Taken()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("rcpt 421")]
    [InlineData("data 421")]
    [InlineData("data 451")]
    [InlineData("data 452")]
    public async Task A_server_that_takes_nothing_now_is_asked_later(string answer)
    {
        await using var server = await MailServer.Start();
        await server.Answers(answer);
        await Should.ThrowAsync<MailLaterException>(Mailer(server).Send(Mail(), default));

        await server.Answers("accept");
        await Mailer(server).Send(Mail(), default);
        (await server.Taken()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("rcpt 550")]
    [InlineData("rcpt 551")]
    [InlineData("rcpt 553")]
    [InlineData("data 552")]
    [InlineData("data 554")]
    public async Task What_the_server_refuses_for_good_is_refused(string answer)
    {
        await using var server = await MailServer.Start();
        await server.Answers(answer);

        await Should.ThrowAsync<MailRefusedException>(Mailer(server).Send(Mail(), default));

        (await server.Taken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_down_is_asked_later_and_gets_it_when_it_is_up()
    {
        int port;
        await using (var server = await MailServer.Start())
        {
            port = server.Port;
        }

        var mailer = new SmtpMailer(new SmtpSettings(Sender, "", "127.0.0.1", port));
        await Should.ThrowAsync<MailLaterException>(mailer.Send(Mail(), default));

        await using var again = await MailServer.Start(port);
        await mailer.Send(Mail(), default);
        (await again.Taken()).Count.ShouldBe(1);
    }

    private static SmtpMailer Mailer(MailServer server) => new(new SmtpSettings(Sender, "", "127.0.0.1", server.Port));

    private static Mail Mail() =>
        new("k1.T84|1", MailFile.Of(CycleId.From(PersonId.Of("p"), "c")), "UnitObliged", "an@vks.example", "Biên nhận", "Kính gửi.");
}
