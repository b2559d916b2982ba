using System.Collections.Concurrent;
using System.Text;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Composing_Vietnamese_letters(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "T84";
    private const string Field = "phan_mem_hieu_qua";

    /// <summary>What Field takes at most.</summary>
    private const int Limit = 500;

    /// <summary>Milliseconds after which what was typed saves itself, and more.</summary>
    private const int Pause = 2500;

    [Fact]
    public async Task While_a_letter_is_composed_nothing_is_sent_neither_by_itself_nor_by_Enter()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheWords(cycle);
        var sent = Posts(clerk);
        var keys = await clerk.Page.Context.NewCDPSessionAsync(clerk.Page);

        await clerk.Page.Keyboard.InsertTextAsync("Phần mềm ");
        foreach (var composed in new[] { "t", "ti", "tiê", "tiên" })
        {
            await keys.SendAsync(
                "Input.imeSetComposition",
                new() { ["text"] = composed, ["selectionStart"] = composed.Length, ["selectionEnd"] = composed.Length });
        }

        await clerk.Page.Clock.RunForAsync(4 * Pause);
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Clock.RunForAsync(1);
        sent.ShouldBeEmpty();
        await keys.SendAsync("Input.insertText", new() { ["text"] = "tiến bộ" });
        await Saved(clerk);

        sent.Count.ShouldBe(1);
        (await Words(cycle)).ShouldBe("Phần mềm tiến bộ");
    }

    [Fact]
    public async Task Letters_that_are_typed_over_by_the_keyboard_s_program_stay_as_they_are_while_the_page_saves_itself()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheWords(cycle);

        await TypeOver(clerk, "tie", 1, "ê");
        await Saved(clerk);
        await TypeOver(clerk, "ng", 3, "ếng");
        await TypeOver(clerk, " Vieet", 3, "ệt");
        await Saved(clerk);

        (await clerk.Page.Locator($"[name='a.{Field}']").InputValueAsync()).ShouldBe("tiếng Việt");
        (await Words(cycle)).ShouldBe("tiếng Việt");
    }

    [Fact]
    public async Task At_the_limit_the_last_letter_is_whole_and_one_more_is_refused_whole()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheWords(cycle);
        var whole = new string('ệ', Limit);

        await clerk.Type(Field, whole.Normalize(NormalizationForm.FormD));
        await clerk.Press("Lưu, về danh sách phần");
        (await Words(cycle)).ShouldBe(whole);
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/trien_khai");
        var more = (whole + "ệ").Normalize(NormalizationForm.FormD);
        await clerk.Type(Field, more);
        await clerk.Press("Lưu, về danh sách phần");

        (await clerk.Page.Locator($"#a-{Field}-loi").InnerTextAsync()).ShouldContain("Tối đa 500 ký tự; đang có 501.");
        (await clerk.Page.Locator($"[name='a.{Field}']").InputValueAsync()).ShouldBe(more);
        (await Words(cycle)).ShouldBe(whole);
    }

    private async Task<Visitor> AtTheWords(ACycle cycle)
    {
        var page = $"/portal/{cycle.ReportOf(Unit)}/sections/trien_khai";
        var clerk = await browser.VisitAs(host, $"reporter-{Unit}", page);
        await clerk.Page.Clock.InstallAsync();
        await clerk.Page.GotoAsync(page);
        await clerk.Page.Locator($"[name='a.{Field}']").FocusAsync();
        return clerk;
    }

    private static ConcurrentQueue<string> Posts(Visitor clerk)
    {
        var sent = new ConcurrentQueue<string>();
        clerk.Page.Request += (_, request) =>
        {
            if (request.Method == "POST")
            {
                sent.Enqueue(request.Url);
            }
        };
        return sent;
    }

    /// <summary>The page saves itself.</summary>
    private static Task<IResponse> Saved(Visitor clerk) => clerk.Page.RunAndWaitForResponseAsync(
        () => clerk.Page.Clock.RunForAsync(Pause), answer => answer.Request.Method == "POST" && answer.Ok);

    /// <summary>As UniKey does: letters, then so many of them are taken back and written otherwise.</summary>
    private static async Task TypeOver(Visitor clerk, string typed, int back, string instead)
    {
        await clerk.Page.Keyboard.TypeAsync(typed);
        for (var letter = 0; letter < back; letter++)
        {
            await clerk.Page.Keyboard.PressAsync("Backspace");
        }

        await clerk.Page.Keyboard.InsertTextAsync(instead);
    }

    private async Task<string?> Words(ACycle cycle) =>
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"].GetProperty(Field).GetString();
}
