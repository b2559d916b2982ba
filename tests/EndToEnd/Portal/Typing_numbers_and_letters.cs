using System.Text.Json;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Typing_numbers_and_letters(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "T84";
    private const string Save = "Lưu, về danh sách phần";

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    public async Task Numbers_are_the_same_whatever_the_language_of_the_device(string locale)
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheNumbers(cycle, locale);
        (await clerk.Page.EvaluateAsync<string>("navigator.language")).ShouldBe(locale);

        await clerk.Type("bang_thong_internet", "12,5");
        await clerk.Type("kinh_phi_nganh", "1.250.000");
        await clerk.Type("may_tinh", "1.250");
        await clerk.Press(Save);
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");

        var draft = await Draft(cycle);
        foreach (var (field, kept, shown) in new[]
        {
            ("bang_thong_internet", 12.5m, "12,5"), ("kinh_phi_nganh", 1_250_000m, "1.250.000"), ("may_tinh", 1250m, "1.250"),
        })
        {
            draft.GetProperty(field).GetDecimal().ShouldBe(kept, field);
            (await clerk.Page.Locator($"[name='a.{field}']").InputValueAsync()).ShouldBe(shown);
        }
    }

    [Fact]
    public async Task What_could_be_two_numbers_is_asked_back_at_its_field_and_not_stored()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheNumbers(cycle);

        await clerk.Type("bang_thong_internet", "1.250");
        await clerk.Type("may_tinh", "45");
        await clerk.Press(Save);

        (await clerk.Page.Locator("#a-bang_thong_internet-loi").InnerTextAsync()).ShouldContain("là 1250 hay 1,25?");
        (await clerk.Page.Locator("[name='a.bang_thong_internet']").InputValueAsync()).ShouldBe("1.250");
        (await Draft(cycle)).EnumerateObject().Select(answer => answer.Name).ShouldBe(["may_tinh"]);
    }

    [Theory]
    [InlineData('\u00a0')]
    [InlineData('\u202f')]
    [InlineData('\u2009')]
    public async Task Any_kind_of_space_between_thousands_is_none_of_the_number(char space)
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheNumbers(cycle);

        await clerk.Page.Locator("[name='a.may_tinh']").FocusAsync();
        await clerk.Page.Keyboard.InsertTextAsync($"29{space}000");
        await clerk.Press(Save);

        (await Draft(cycle)).GetProperty("may_tinh").GetInt32().ShouldBe(29_000);
    }

    [Fact]
    public async Task A_day_is_read_from_the_digits_alone_that_the_keys_of_a_phone_offer()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheNumbers(cycle);
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao");

        await clerk.Type("ngay_lap_ban_chi_dao", "20072017");
        await clerk.Press(Save);

        (await Draft(cycle)).GetProperty("ngay_lap_ban_chi_dao").GetString().ShouldBe("2017-07-20");
    }

    private Task<Visitor> AtTheNumbers(ACycle cycle, string? locale = null) => browser.VisitAs(
        host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu", width: 390, locale: locale);

    private async Task<JsonElement> Draft(ACycle cycle) =>
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];
}
