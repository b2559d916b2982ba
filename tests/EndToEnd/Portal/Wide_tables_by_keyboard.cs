using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Wide_tables_by_keyboard(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "T84";
    private const int Rows = 30;
    private const int Columns = 12;

    [Fact]
    public async Task Each_cell_is_reached_and_named_by_its_headers_and_a_fault_leads_back_into_it_and_is_told_once()
    {
        var cycle = await WithRows();
        await using var clerk = await browser.VisitAs(
            host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sections/dang_su_dung", width: 800);
        var table = clerk.Page.Locator("table.vks-rows");
        (await table.Locator("thead th[scope=col]").CountAsync()).ShouldBe(Columns + 2, "and the row's number and its removal");
        (await table.Locator("tbody th[scope=row]").CountAsync()).ShouldBe(Rows + 1, "and one to write on in");

        await table.Locator($"[name='a.phan_mem.{Rows - 1}.ten']").FocusAsync();
        for (var tab = 1; tab < Columns; tab++)
        {
            await clerk.Page.Keyboard.PressAsync("Tab");
            (await IsSeen(clerk)).ShouldBeTrue($"after {tab} steps");
        }

        (await Focused(clerk)).ShouldBe($"a.phan_mem.{Rows - 1}.de_xuat");
        for (var back = Columns - 1; back > 4; back--)
        {
            await clerk.Page.Keyboard.PressAsync("Shift+Tab");
        }

        await clerk.Page.Keyboard.TypeAsync("năm ngoái");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Locator(".govuk-error-summary:focus").WaitForAsync();
        await clerk.Page.Keyboard.PressAsync("Tab");
        await clerk.Page.Keyboard.PressAsync("Enter");

        (await Focused(clerk)).ShouldBe($"a.phan_mem.{Rows - 1}.nam_su_dung");
        (await IsSeen(clerk)).ShouldBeTrue();
        var (name, description, invalid) = await Accessible(clerk);
        name.ShouldBe($"Năm bắt đầu sử dụng, dòng {Rows}");
        description.ShouldBe("Lỗi: Chỉ nhập chữ số, ví dụ 1.234.");
        invalid.ShouldBeTrue();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1366)]
    public async Task The_link_to_a_far_cell_of_the_first_row_shows_it_where_the_table_is_wider_than_the_page(int width)
    {
        var cycle = await WithRows();
        await using var clerk = await browser.VisitAs(
            host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sections/dang_su_dung", width);

        await clerk.Page.Locator("[name='a.phan_mem.0.kinh_phi_nam']").FillAsync("nhiều");
        await clerk.Press("Lưu và tiếp tục");
        await clerk.Click(clerk.Page.Locator(".govuk-error-summary a"));

        (await Focused(clerk)).ShouldBe("a.phan_mem.0.kinh_phi_nam");
        (await IsSeen(clerk)).ShouldBeTrue();
        (await clerk.Overflow()).ShouldBeLessThanOrEqualTo(0);
    }

    private async Task<ACycle> WithRows()
    {
        var terms = ACycle.Terms(Unit);
        (terms["form"]!["code"], terms["form"]!["version"]) = ("ra-soat-phan-mem", 2);
        var cycle = await ACycle.Open(host, terms);
        var rows = Enumerable.Range(1, Rows).Select(row => new JsonObject { ["ten"] = "ke_toan", ["so_nguoi_dung"] = row });
        var draft = new JsonObject { ["answers"] = new JsonObject { ["phan_mem"] = new JsonArray([.. rows]) } };
        (await host.As($"reporter-{Unit}").Put($"{cycle.ReportOf(Unit)}/draft", draft, "*")).Done();
        return cycle;
    }

    private static Task<string> Focused(Visitor visitor) => visitor.Page.EvaluateAsync<string>("document.activeElement.name");

    /// <summary>Whether what has the focus lies within the window, and within the frame that its table scrolls in.</summary>
    private static Task<bool> IsSeen(Visitor visitor) => visitor.Page.EvaluateAsync<bool>(
        """
        () => {
          const at = document.activeElement;
          const [cell, frame] = [at, at.closest(".vks-scroll")].map(part => part.getBoundingClientRect());
          return cell.top >= 0 && cell.bottom <= innerHeight && cell.left >= frame.left - 1 && cell.right <= frame.right + 1;
        }
        """);

    /// <summary>Name, description and fault of what has the focus, as the browser tells them to a screen reader.</summary>
    private static async Task<(string Name, string Description, bool IsInvalid)> Accessible(Visitor visitor)
    {
        var browser = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        var found = await browser.SendAsync("Runtime.evaluate", new() { ["expression"] = "document.activeElement" });
        var id = found!.Value.GetProperty("result").GetProperty("objectId").GetString()!;
        var tree = await browser.SendAsync("Accessibility.getPartialAXTree", new() { ["objectId"] = id, ["fetchRelatives"] = false });
        var node = tree!.Value.GetProperty("nodes")[0];
        return (
            Value(node.GetProperty("name")),
            Value(node.GetProperty("description")),
            node.GetProperty("properties").EnumerateArray().Any(part =>
                part.GetProperty("name").GetString() == "invalid" && Value(part.GetProperty("value")) == "true"));
    }

    /// <summary>Each space once, and at neither end.</summary>
    private static string Value(JsonElement part) =>
        string.Join(' ', part.GetProperty("value").ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
