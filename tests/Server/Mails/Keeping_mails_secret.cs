using VksServerless.Application.Notices;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Server.Hosting;
using VksServerless.Server.Notices;

namespace VksServerless.Server.Tests.Mails;

/// <summary>STARTTLS and login, against a mail server of somebody else's.</summary>
public class Keeping_mails_secret
{
    private static readonly SmtpSettings Plain = new(SmtpSettings.UsualSender, "", "127.0.0.1", 0);

    [Theory]
    [InlineData(SmtpEncryption.WhereOffered, true)]
    [InlineData(SmtpEncryption.StartTls, true)]
    [InlineData(SmtpEncryption.None, false)]
    public async Task STARTTLS_is_used_where_it_is_offered_unless_it_is_not_wanted(SmtpEncryption encryption, bool isEncrypted)
    {
        await using var server = await MailServer.Start(0, "starttls");
        var mailer = new SmtpMailer(Plain with { Port = server.Port, Encryption = encryption })
        {
            Trusts = (
            _, certificate, _, _) => certificate is not null
        };

        await mailer.Send(Mail(), default);

        (await server.Taken()).ShouldHaveSingleItem().IsEncrypted.ShouldBe(isEncrypted);
    }

    [Fact]
    public async Task A_server_whose_certificate_is_not_trusted_gets_no_mail_now()
    {
        await using var server = await MailServer.Start(0, "starttls");

        await Should.ThrowAsync<MailLaterException>(new SmtpMailer(Plain with { Port = server.Port }).Send(Mail(), default));

        (await server.Taken()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SmtpEncryption.StartTls)]
    [InlineData(SmtpEncryption.Tls)]
    public async Task A_server_that_cannot_encrypt_gets_no_mail_where_that_is_demanded(SmtpEncryption encryption)
    {
        await using var server = await MailServer.Start();

        await Should.ThrowAsync<MailLaterException>(
            new SmtpMailer(Plain with { Port = server.Port, Encryption = encryption }).Send(Mail(), default));

        (await server.Taken()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_logs_in()
    {
        await using var server = await MailServer.Start(0, "starttls", "login");
        var settings = Plain with { Port = server.Port, User = "vks", Password = "geheim" };

        await new SmtpMailer(settings) { Trusts = (_, certificate, _, _) => certificate is not null }.Send(Mail(), default);

        (await server.Taken()).ShouldHaveSingleItem().IsEncrypted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("vks", "wrong")]
    [InlineData(null, null)]
    public async Task A_login_that_is_refused_or_missing_refuses_no_mail_for_good(string? user, string? password)
    {
        await using var server = await MailServer.Start(0, "starttls", "login");
        var settings = Plain with { Port = server.Port, User = user, Password = password };

        await Should.ThrowAsync<MailLaterException>(
            new SmtpMailer(settings) { Trusts = (_, certificate, _, _) => certificate is not null }.Send(Mail(), default));

        (await server.Taken()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mail", null, null, null, "VKS_SMTP must be host:port, not mail.")]
    [InlineData("mail:x", null, null, null, "VKS_SMTP must be host:port, not mail:x.")]
    [InlineData("mail:25", "vks", null, null, "VKS_SMTP_USER and VKS_SMTP_PASSWORD must be set both or not at all.")]
    [InlineData("mail:25", null, null, "yes", "VKS_SMTP_TLS must be none, starttls or tls, not yes.")]
    public void A_wrong_setting_is_refused_by_its_name(string server, string? user, string? password, string? tls, string said)
    {
        var settings = new Dictionary<string,
        string?>
        { ["VKS_SMTP_USER"] = user, ["VKS_SMTP_PASSWORD"] = password, ["VKS_SMTP_TLS"] = tls };

        Should.Throw<SettingException>(() => SmtpSettings.Read(server, "", settings.GetValueOrDefault)).Message.ShouldBe(said);
    }

    private static Mail Mail() =>
        new("k1.T84|1", MailFile.Of(CycleId.From(PersonId.Of("p"), "c")), "UnitObliged", "an@vks.example", "Biên nhận", "Kính gửi.");
}
