using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class While_one_types(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "V14";

    [Fact]
    public async Task What_is_calculated_and_what_is_wrong_stand_beside_the_answers()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms(Unit);
        terms["form"]!["code"] = "ket-qua-chuyen-doi-so";
        var cycle = await ACycle.Open(host, terms);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/to_chuc");
        await visitor.SignInToPortal($"reporter-{Unit}");
        var share = visitor.Page.Locator("output").First;
        var faults = visitor.Page.Locator("form .govuk-error-message");

        await visitor.Type("so_can_bo", "50");
        await visitor.Type("so_tap_huan", "40");
        await share.GetByText("80", new() { Exact = true }).WaitForAsync();
        (await faults.CountAsync()).ShouldBe(0, "what is still blank is not wrong yet");

        await visitor.Type("so_tap_huan", "60");
        await faults.First.WaitForAsync();
        string.Join(' ', await faults.AllInnerTextsAsync()).ShouldNotContain("so_tap_huan");
        var input = visitor.Page.Locator("[aria-invalid=true]").First;
        (await input.GetAttributeAsync("aria-describedby"))!.ShouldContain((await faults.First.GetAttributeAsync("id"))!);
        await visitor.Type("so_tap_huan", "25");
        await share.GetByText("50", new() { Exact = true }).WaitForAsync();

        (await faults.CountAsync()).ShouldBe(0);
        (await visitor.Page.Locator("[aria-invalid], [aria-describedby*='-loi']").CountAsync()).ShouldBe(0);
        visitor.Complaints.ShouldBeEmpty();
    }
}
