using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Taking_back_what_was_handed_in(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handed_in_by_mistake_it_is_taken_back_or_returned_and_nothing_is_typed_again(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        (await cycle.Submit(Unit)).Done();
        await using var clerk = await browser.VisitAs(
            host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu", script: script);
        (await clerk.Heading()).ShouldBe("Báo cáo đã nộp");
        (await clerk.Text()).ShouldContain("Rút lại trước khi sửa");

        await clerk.Follow("Quay lại");
        await clerk.Click(clerk.Page.GetByText("Rút báo cáo đã nộp để sửa"));
        await clerk.Press("Rút báo cáo");
        (await cycle.StateOf(Unit)).ShouldBe("withdrawn");
        await HandInAsItIs(clerk);
        (await cycle.Return(Unit, "Số máy tính thiếu máy của phòng 8.", 2)).Done();
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}");
        (await clerk.Text()).ShouldContain("Số máy tính thiếu máy của phòng 8.");
        await HandInAsItIs(clerk);

        var versions = (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions")).Done().Json.EnumerateArray().ToList();
        versions.Count.ShouldBe(3);
        versions.Select(version => version.GetProperty("sha256").GetString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Why_it_cannot_be_changed_is_said_for_each_state_in_its_own_sentence()
    {
        await using var host = await AHost.Start();
        var (owed, accepted, closed) = (await ACycle.Open(host, Unit), await ACycle.Open(host, Unit), await ACycle.Open(host, Unit));
        await accepted.Accepted(Unit);
        (await host.As("centre").Post($"{closed.Path}/close", new { reason = "Đã đủ." })).Done();
        var terms = ACycle.Terms(Unit);
        terms["opensAt"] = ACycle.At(6, 15, 8);
        var future = await ACycle.Open(host, terms);
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", "/portal");

        await Says(clerk, accepted, "Báo cáo đã được duyệt", "cấp trên phải trả lại trước khi sửa");
        await Says(clerk, closed, "Kỳ báo cáo không mở", "việc này chỉ làm được khi kỳ đang mở");
        await Says(clerk, future, "Kỳ báo cáo đang được mở", "15/06/2018");
        await host.SetClock(ACycle.Closing.AddMinutes(1));
        await clerk.SignIn($"reporter-{Unit}");
        await Says(clerk, owed, "Đã hết thời gian nhận báo cáo", "Đề nghị Cục 2 gia hạn nếu cần");
    }

    private static async Task HandInAsItIs(Visitor clerk)
    {
        (await clerk.Text()).ShouldNotContain("Chưa điền");
        await clerk.Follow("Kiểm tra và nộp");
        await clerk.Press("Nộp báo cáo");
        (await clerk.Heading()).ShouldBe("Biên nhận báo cáo");
    }

    private static async Task Says(Visitor clerk, ACycle cycle, string title, string sentence)
    {
        foreach (var page in new[] { "sections/dau_tu", "check" })
        {
            await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/{page}");
            (await clerk.Heading()).ShouldBe(title);
            (await clerk.Text()).ShouldContain(sentence);
        }
    }
}
