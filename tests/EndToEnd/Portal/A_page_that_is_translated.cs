using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>A translator in the browser puts each text into elements of its own and writes other words there.</summary>
public class A_page_that_is_translated(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "T84";

    private const string Translate = """
        () => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) texts.push(walker.currentNode);
          for (const text of texts.filter(each => each.data.trim() && !each.parentElement.closest("script, style, textarea"))) {
            const [outer, inner] = [document.createElement("font"), document.createElement("font")];
            inner.textContent = `translated ${text.data}`;
            outer.append(inner);
            text.replaceWith(outer);
          }
        }
        """;

    [Fact]
    public async Task Saves_the_codes_and_values_of_the_form_by_itself_and_by_the_button()
    {
        var terms = ACycle.Terms(Unit);
        (terms["form"]!["code"], terms["form"]!["version"]) = ("ra-soat-phan-mem", 2);
        var cycle = await ACycle.Open(host, terms);
        var page = $"/portal/{cycle.ReportOf(Unit)}/sections/dang_su_dung";
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", page);
        await clerk.Page.Clock.InstallAsync();
        await clerk.Page.GotoAsync(page);
        (await clerk.Page.EvaluateAsync<bool>("document.body.translate")).ShouldBeFalse("it asks not to be translated");
        await clerk.Page.EvaluateAsync(Translate);

        await Choose(clerk, 0, "ten", "ke_toan");
        await Choose(clerk, 0, "lien_thong", "yes");
        await clerk.Page.Locator("[name='a.phan_mem.0.so_nguoi_dung']").FillAsync("1.200");
        await clerk.Page.RunAndWaitForResponseAsync(
            () => clerk.Page.Clock.RunForAsync(2500), answer => answer.Request.Method == "POST" && answer.Ok);
        await clerk.Page.Locator("[data-saved]", new() { HasText = "Đã lưu lúc" }).WaitForAsync();
        (await clerk.Page.Locator("#a-so_phan_mem output").InnerTextAsync()).ShouldBe("1");
        await clerk.Click(clerk.Page.Locator("[data-add-row]"));
        await Choose(clerk, 1, "ten", "khac");
        await clerk.Page.Locator("[name='a.phan_mem.1.ten_khac']").FillAsync("Sổ thụ lý");
        await clerk.Click(clerk.Page.Locator("button[value=list]"));

        var rows = (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"].GetProperty("phan_mem");
        rows[0].GetRawText().ShouldBe("""{"lien_thong":true,"so_nguoi_dung":1200,"ten":"ke_toan"}""");
        rows[1].GetRawText().ShouldBe("""{"ten":"khac","ten_khac":"Sổ thụ lý"}""");
        clerk.Complaints.ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<string>> Choose(Visitor clerk, int row, string column, string code) =>
        clerk.Page.Locator($"[name='a.phan_mem.{row}.{column}']").SelectOptionAsync(new SelectOptionValue { Value = code });
}
