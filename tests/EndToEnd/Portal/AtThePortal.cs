using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>What people do at the portal, by what they see there.</summary>
internal static class AtThePortal
{
    /// <summary>Signs in as a sample person, or at the issuer; where the way led elsewhere before, it goes on there.</summary>
    public static async Task SignInToPortal(this Visitor visitor, string person)
    {
        if (await visitor.Page.Locator("#subject").CountAsync() > 0)
        {
            await visitor.Page.Locator("#subject").FillAsync(person);
            await visitor.Press("Đăng nhập");
            await visitor.Page.GetByText("Đăng xuất").WaitForAsync();
            return;
        }

        if (!visitor.Page.Url.Contains("/portal/sign-in", StringComparison.Ordinal))
        {
            await visitor.Page.GotoAsync("/portal/sign-in");
        }

        if (await visitor.Page.Locator($"button[value='{person}']").CountAsync() == 0)
        {
            await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync(person[(person.IndexOf('-', StringComparison.Ordinal) + 1)..]);
            await visitor.Click(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm" }));
        }

        await visitor.Click(visitor.Page.Locator($"button[value='{person}']"));
        await visitor.Page.GetByText("Đăng xuất").WaitForAsync();
    }

    /// <summary>A fresh visitor who opens a page, e.g. /portal, and signs in on the way there.</summary>
    public static async Task<Visitor> VisitAs(
        this ABrowser browser, AHost host, string person, string page, int width = 1200, bool script = true, string? locale = null)
    {
        var visitor = await browser.Visit(host.Address, width, script, locale);
        await visitor.Page.GotoAsync(page);
        await visitor.SignInToPortal(person);
        return visitor;
    }

    /// <summary>From the page of its draft.</summary>
    public static async Task StartCycle(this Visitor centre)
    {
        await centre.Click(centre.Page.Locator("a", new() { HasText = "Bắt đầu kỳ báo cáo" }));
        await centre.Click(centre.Page.Locator("button", new() { HasText = "Bắt đầu kỳ báo cáo" }));
    }

    /// <summary>From the form of a cycle's terms.</summary>
    public static Task SaveDraft(this Visitor centre) =>
        centre.Click(centre.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu dự thảo" }).Last);

    public static Task Press(this Visitor visitor, string button) =>
        visitor.Click(visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    public static Task Follow(this Visitor visitor, string link) =>
        visitor.Click(visitor.Page.Locator("a", new() { HasText = link }).First);

    public static Task<string> Heading(this Visitor visitor) => visitor.Page.Locator("h1").InnerTextAsync();

    /// <summary>The page's text as it is read.</summary>
    public static Task<string> Text(this Visitor visitor) => visitor.Page.Locator("main").InnerTextAsync();

    /// <summary>Sends a form that the page does not show, with the page's own token.</summary>
    /// <returns>The status of the answer.</returns>
    public static Task<int> Post(this Visitor visitor, string address, params (string Name, string Value)[] values) =>
        visitor.Page.EvaluateAsync<int>(
            """
            async ([address, names, values]) => {
              const form = new FormData();
              form.append("form-token", document.querySelector("[name=form-token]").value);
              names.forEach((name, at) => form.append(name, values[at]));
              return (await fetch(address, { method: "POST", body: form, redirect: "manual" })).status;
            }
            """,
            new object[] { address, values.Select(value => value.Name).ToArray(), values.Select(value => value.Value).ToArray() });

    public static Task Type(this Visitor visitor, string field, string text) =>
        visitor.Page.Locator($"[name='a.{field}']").FillAsync(text);

    /// <summary>Types into the input with that id.</summary>
    public static Task Fill(this Visitor visitor, string id, string text) => visitor.Page.Locator($"#{id}").FillAsync(text);

    /// <summary>Answers every field of the page that is still blank.</summary>
    /// <param name="number">In every field of a number.</param>
    /// <returns>How many answers were given.</returns>
    public static async Task<int> AnswerEverything(this Visitor visitor, string number = "10")
    {
        var answers = 0;
        foreach (var group in await visitor.Page.Locator(".govuk-radios").AllAsync())
        {
            await group.Locator("input").First.CheckAsync();
            answers++;
        }

        foreach (var input in await visitor.Page.Locator("input.vks-number[name^='a.']").AllAsync())
        {
            await input.FillAsync(number);
            answers++;
        }

        foreach (var area in await visitor.Page.Locator("textarea[name^='a.']").AllAsync())
        {
            await area.FillAsync("Đã thực hiện đầy đủ.");
            answers++;
        }

        return answers;
    }
}
