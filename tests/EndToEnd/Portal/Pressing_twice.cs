using System.Text.Json;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Pressing_twice(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "T84";

    [Fact]
    public async Task Five_presses_and_the_request_once_more_hand_in_once_and_Back_shows_that_it_is_done()
    {
        var cycle = await Drafted();
        await using var clerk = await AtTheCheck(cycle);
        var (key, read) = (await Hidden(clerk, "key"), await Hidden(clerk, "read"));
        var (sent, pressed) = (0, new TaskCompletionSource());
        await clerk.Page.RouteAsync("**/check", async route =>
        {
            sent += route.Request.Method == "POST" ? 1 : 0;
            await pressed.Task;
            await route.ContinueAsync();
        });

        await clerk.Page.RouteAsync("**/pressed", route =>
        {
            pressed.SetResult();
            return route.FulfillAsync(new() { Status = 204 });
        });

        await clerk.Page.EvaluateAsync(
            """
            () => {
              const button = document.querySelector("main form button");
              const press = left => {
                button.click();
                if (left > 1) setTimeout(press, 0, left - 1);
                else void fetch("/portal/pressed");
              };
              setTimeout(press, 0, 5);
            }
            """);
        await clerk.Page.WaitForURLAsync("**/receipt");
        sent.ShouldBe(1);
        (await clerk.Post($"/portal/{cycle.ReportOf(Unit)}/check", ("key", key), ("read", read))).ShouldBeLessThan(400);

        await HandedInOnce(cycle);
        await clerk.Page.GoBackAsync();
        (await clerk.Heading()).ShouldBe("Báo cáo đã nộp");
        (await clerk.Page.Locator("main form").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Five_requests_at_once_of_a_browser_without_a_script_hand_in_once()
    {
        var cycle = await Drafted();
        await using var clerk = await AtTheCheck(cycle);

        (await FiveAtOnce(clerk, "/check")).ShouldAllBe(address => address.EndsWith("/versions/1/receipt"));

        await HandedInOnce(cycle);
    }

    [Fact]
    public async Task The_head_signs_once_and_the_superior_accepts_once_however_often_they_press()
    {
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        (await host.As($"reporter-{Unit}").Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done();
        await host.WhenQuiet();
        await using var head = await browser.VisitAs(host, $"head-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sign");
        (await FiveAtOnce(head, "/sign")).ShouldAllBe(address => address.EndsWith("/versions/1/receipt"));
        await HandedInOnce(cycle);

        await using var centre = await browser.VisitAs(host, "centre", $"/portal/{cycle.ReportOf(Unit)}/review");
        await FiveAtOnce(centre, "/accept");
        await host.WhenQuiet();

        (await cycle.StateOf(Unit)).ShouldBe("accepted");
        (await cycle.Mails()).Count(mail => mail.Kind == "ReportAccepted").ShouldBe(1);
    }

    private async Task<ACycle> Drafted()
    {
        var cycle = await ACycle.Open(host, Unit);
        (await host.As($"reporter-{Unit}").Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "*")).Done();
        return cycle;
    }

    private Task<Visitor> AtTheCheck(ACycle cycle) =>
        browser.VisitAs(host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/check");

    private static async Task<string> Hidden(Visitor visitor, string name) =>
        await visitor.Page.Locator($"main [name={name}]").InputValueAsync();

    /// <returns>Where each of the answers led.</returns>
    private static Task<string[]> FiveAtOnce(Visitor visitor, string action) => visitor.Page.EvaluateAsync<string[]>(
        """
        action => {
          const form = document.querySelector(`main form[action$="${action}"]`);
          const send = () => fetch(form.action, { method: "POST", body: new FormData(form) }).then(answer => answer.url);
          return Promise.all([send(), send(), send(), send(), send()]);
        }
        """,
        action);

    private async Task HandedInOnce(ACycle cycle)
    {
        await host.WhenQuiet();
        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions")).Done().Json.GetArrayLength().ShouldBe(1);
        var receipts = (await cycle.Mails()).Where(mail => mail.Kind == "ReportSubmitted").ToList();
        receipts.Select(mail => mail.To).ShouldBeUnique();
        receipts.ShouldNotBeEmpty();
    }
}
