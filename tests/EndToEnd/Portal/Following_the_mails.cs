using System.Text.RegularExpressions;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public partial class Following_the_mails(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84-CL";
    private const string Superior = "T84";

    [Fact]
    public async Task Each_leads_to_the_page_of_its_task_and_looking_at_it_changes_nothing()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, Superior);
        await host.Play(ACycle.DistrictsDue.AddHours(20));
        (await cycle.Submit(Unit)).Done();
        (await cycle.Return(Unit, "Thiếu số liệu.")).Done();
        (await cycle.Submit(Unit)).Done();
        (await cycle.Accept(Unit, 2)).Done();
        await cycle.Accepted(Superior);
        await cycle.Approved("leader-1");
        var links = Link().Matches(await cycle.MailTexts()).Select(link => link.Value).Distinct().ToList();

        var published = $"/portal/publications/{cycle.Id}/1";
        var readers = new Dictionary<string, string>
        {
            [$"/portal/{cycle.ReportOf(Unit)}"] = $"reporter-{Unit}",
            [$"/portal/{cycle.ReportOf(Unit)}/review"] = $"reporter-{Superior}",
            [$"/portal/{cycle.ReportOf(Superior)}"] = $"reporter-{Superior}",
            [$"/portal/{cycle.ReportOf(Superior)}/review"] = "centre",
            [$"/portal/{cycle.Path}/reports"] = $"head-{Superior}",
            [$"/portal/{cycle.Path}/approval"] = "leader-1",
            [published] = "leader-2",
        };
        links.Select(link => new Uri(link).PathAndQuery).Order().ShouldBe(readers.Keys.Order());
        var before = await cycle.EverythingOf(Unit);
        foreach (var (path, reader) in readers)
        {
            await using var visitor = await browser.Visit(host.Address, script: false);
            await visitor.Page.GotoAsync(path);
            await visitor.SignInToPortal(reader);
            new Uri(visitor.Page.Url).AbsolutePath.ShouldBe(path.EndsWith("/approval", StringComparison.Ordinal) ? published : path, reader);
            (await visitor.Page.ReloadAsync())!.Status.ShouldBe(200, $"{path} for {reader}");
        }

        (await cycle.EverythingOf(Unit)).ShouldBe(before);
    }

    [GeneratedRegex(@"https?://\S+/portal\S*")]
    private static partial Regex Link();
}
