using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Notices;
using VksServerless.EndToEnd.Pages;
using VksServerless.Notices;

namespace VksServerless.EndToEnd.Portal;

public class Mails_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84-CL";

    [Theory]
    [InlineData("centre", true)]
    [InlineData("operator", false)]
    public async Task That_failed_are_found_and_sent_again_once_and_on_record(string person, bool script)
    {
        var mailer = new ChoosyMailer();
        await using var host = await AHost.Start(services => services.AddSingleton<IMailer>(mailer));
        mailer.Refuses = "t84-cl@vks.example";
        var cycle = await ACycle.Open(host, "T84", Unit);
        await using var visitor = await browser.Visit(host.Address, script: script);
        await visitor.Page.GotoAsync("/portal/mails?state=failed");
        await visitor.SignInToPortal(person);
        (await visitor.Page.Locator("main tbody tr").CountAsync()).ShouldBe(1);
        (await visitor.Text()).ShouldContain("hộp thư không tồn tại");

        mailer.Refuses = "";
        await visitor.Click(visitor.Page.Locator("main tbody button"));

        (await visitor.Text()).ShouldContain("Thư đã được gửi lại.");
        (await visitor.Text()).ShouldContain("gửi lại lúc");
        await visitor.Page.GotoAsync("/portal/mails?state=failed");
        (await visitor.Text()).ShouldContain("Không có thư nào như vậy.");
        mailer.Sent.Count(to => to == "t84-cl@vks.example").ShouldBe(1);
        (await cycle.Mails()).Count(mail => mail.To == "t84-cl@vks.example").ShouldBe(1);
        host.TakeFaults();
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task That_fail_again_say_so_and_what_was_sent_is_not_sent_twice()
    {
        var mailer = new ChoosyMailer();
        await using var host = await AHost.Start(services => services.AddSingleton<IMailer>(mailer));
        mailer.Refuses = "t84-cl@vks.example";
        await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync("/portal/mails?state=failed");
        await visitor.SignInToPortal("centre");
        await using var other = await browser.Visit(host.Address);
        await other.Page.GotoAsync("/portal/mails?state=failed");
        await other.SignInToPortal("centre");

        await visitor.Click(visitor.Page.Locator("main tbody button"));
        (await visitor.Text()).ShouldContain("nơi nhận vẫn từ chối");
        mailer.Refuses = "";
        await visitor.Click(visitor.Page.Locator("main tbody button"));
        await other.Click(other.Page.Locator("main tbody button"));

        (await other.Text()).ShouldContain("Thư này không cần gửi lại");
        mailer.Sent.Count(to => to == "t84-cl@vks.example").ShouldBe(1);
        host.TakeFaults();
    }

    [Fact]
    public async Task Are_found_by_state_kind_report_unit_and_words_without_accents()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await cycle.Submit(Unit)).Done();
        (await host.As($"reporter-{Unit}").Post(
            "difficulties", new { area = "software", title = "Không đăng nhập được", text = "" }, Person.NewKey())).Done();
        await host.WhenQuiet();
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/mails");
        await centre.SignInToPortal("centre");

        foreach (var (query, found) in new[]
        {
            ("kind=ReportSubmitted", 1), ("kind=UnitObliged", 2), ("unit=T84-CL&kind=UnitObliged", 1), ("cycle=kdifficulties000", 1),
            ($"cycle={cycle.Id}&kind=UnitObliged", 2), ("search=khong dang nhap", 1), ("search=t84-cl@&kind=UnitObliged", 1),
            ("state=failed", 0),
        })
        {
            await centre.Page.GotoAsync($"/portal/mails?{query}");
            (await centre.Page.Locator("main tbody tr").CountAsync()).ShouldBe(found, query);
        }

        await using var keeper = await browser.Visit(host.Address);
        await keeper.Page.GotoAsync("/portal/mails?search=khong dang nhap");
        await keeper.SignInToPortal("operator");
        (await keeper.Page.Locator("main tbody tr").CountAsync()).ShouldBe(0, "what units say is not the operator's to search");
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync("/portal");
        await unit.SignInToPortal($"reporter-{Unit}");
        (await unit.Page.GotoAsync("/portal/mails"))!.Status.ShouldBe(403);
        centre.Complaints.Concat(keeper.Complaints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_read_by_the_inspector_who_sends_none_again()
    {
        var mailer = new ChoosyMailer { Refuses = "t84-cl@vks.example" };
        await using var host = await AHost.Start(services => services.AddSingleton<IMailer>(mailer));
        await ACycle.Open(host, Unit);
        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync("/portal/mails?state=failed");
        await inspector.SignInToPortal("inspector");

        (await inspector.Page.Locator("main tbody tr").CountAsync()).ShouldBe(1);
        (await inspector.Page.Locator("main tbody button").CountAsync()).ShouldBe(0);
        host.TakeFaults();
    }

    /// <summary>Refuses one address for good, and takes all others.</summary>
    private sealed class ChoosyMailer : IMailer
    {
        private readonly List<string> _sent = [];

        public string Refuses { get; set; } = "";

        public IReadOnlyList<string> Sent
        {
            get
            {
                lock (_sent)
                {
                    return [.. _sent];
                }
            }
        }

        public Task Send(Mail mail, CancellationToken cancellation)
        {
            if (mail.To == Refuses)
            {
                throw new MailRefusedException("550 hộp thư không tồn tại");
            }

            lock (_sent)
            {
                _sent.Add(mail.To);
            }

            return Task.CompletedTask;
        }
    }
}
