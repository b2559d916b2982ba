using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class When_a_session_has_ended(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_into_a_form_is_kept_and_saved_once_its_author_has_signed_in_again(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address, script: script);
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");
        await visitor.SignInToPortal($"reporter-{Unit}");
        var answers = await visitor.AnswerEverything();
        await host.SetClock(host.Clock.GetUtcNow().AddHours(2));

        await visitor.Press("Lưu, về danh sách phần");
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Status.ShouldBe(404, "nothing is saved for nobody");
        await visitor.SignInToPortal($"reporter-{Unit}");
        (await visitor.Heading()).ShouldBe("Những gì bạn nhập vẫn còn");
        await visitor.Press("Gửi tiếp");

        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"].EnumerateObject().Count()
            .ShouldBeGreaterThanOrEqualTo(answers);
        await visitor.Page.GotoAsync("/portal/held");
        (await visitor.Heading()).ShouldBe("Việc của tôi", "it is held no more");
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_sees_nothing_of_it()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");
        await visitor.SignInToPortal($"reporter-{Unit}");
        await visitor.AnswerEverything();
        await host.SetClock(host.Clock.GetUtcNow().AddHours(2));
        await visitor.Press("Lưu, về danh sách phần");

        await visitor.SignInToPortal("reporter-V14");

        (await visitor.Page.ContentAsync()).ShouldNotContain("Đã thực hiện đầy đủ.");
        (await visitor.Heading()).ShouldBe("Việc của tôi");
    }

    [Fact]
    public async Task A_form_of_another_page_or_without_its_token_does_nothing()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");
        await visitor.SignInToPortal($"reporter-{Unit}");
        await visitor.AnswerEverything();
        await visitor.Page.EvaluateAsync("document.querySelectorAll('[name=form-token]').forEach(input => { input.value = 'x'; })");

        await visitor.Press("Lưu, về danh sách phần");

        (await visitor.Heading()).ShouldBe("Trang đã cũ");
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Status.ShouldBe(404);
    }
}
