using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Reports;

/// <summary>Down, filled in, up again.</summary>
public class Reporting_by_workbook
{
    private const string Unit = "V14";

    [Fact]
    public async Task What_was_typed_becomes_the_draft_and_the_same_file_twice_is_one_draft()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        var filled = (await Workbook(host, cycle)).With("may_tinh", "1.045");

        var open = (await Put(host, cycle, filled)).Done()["open"].EnumerateArray().ToList();
        open.ShouldContain(one => one.GetProperty("rule").GetString() == "required" && one.GetProperty("cell").GetString() != null);
        (await Put(host, cycle, filled)).Done();

        (await Draft(host, cycle)).GetProperty("may_tinh").GetInt32().ShouldBe(1045);
        (await Workbook(host, cycle)).With("may_chu", "3").Bytes.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_marked_and_nothing_is_saved()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        var filled = (await Workbook(host, cycle)).With("may_tinh", "bốn lăm").With("may_chu", "3");

        var refused = await Put(host, cycle, filled);
        refused.Refused(422, "report-invalid");
        refused.Text.ShouldContain("/answers/may_tinh");
        refused.Text.ShouldContain(", ô ");
        refused.Text.ShouldNotContain("/answers/may_chu");
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Refused(404, "no-draft");

        using var request = new HttpRequestMessage(HttpMethod.Put, $"{cycle.ReportOf(Unit)}/workbook") { Content = filled.Content() };
        request.Headers.Accept.ParseAdd(AWorkbook.MediaType);
        request.Headers.Authorization = new("Bearer", host.TokenFor(host.As($"reporter-{Unit}").Who));
        using var answer = await host.Http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(422);
        new AWorkbook(await answer.Content.ReadAsByteArrayAsync()).Sheets[0].ShouldBe("Lỗi cần sửa");
    }

    [Fact]
    public async Task What_somebody_changed_in_the_draft_meanwhile_is_not_overwritten_unless_it_is_meant()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        var filled = (await Workbook(host, cycle)).With("may_tinh", "45");
        (await host.As($"reporter-{Unit}").Put(
            $"{cycle.ReportOf(Unit)}/draft", new JsonObject { ["answers"] = new JsonObject { ["may_tinh"] = 10 } }, "*")).Done();

        var refused = await Put(host, cycle, filled);
        refused.Refused(412, "workbook-draft-changed");
        refused.Text.ShouldContain("/answers/may_tinh");
        (await Draft(host, cycle)).GetProperty("may_tinh").GetInt32().ShouldBe(10);
        (await Put(host, cycle, filled, "?replace=true")).Done();

        (await Draft(host, cycle)).GetProperty("may_tinh").GetInt32().ShouldBe(45);
    }

    [Fact]
    public async Task Another_unit_s_workbook_what_is_none_and_what_comes_too_late_are_refused()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "VP");
        var filled = (await Workbook(host, cycle)).With("may_tinh", "45");

        (await host.As("reporter-VP").Put($"{cycle.ReportOf("VP")}/workbook", filled.Content())).Refused(409, "workbook-other-unit");
        (await host.As("reporter-VP").Put($"{cycle.ReportOf(Unit)}/workbook", filled.Content())).Status.ShouldBeOneOf(403, 404);
        (await Put(host, cycle, new AWorkbook([.. "không phải tệp Excel"u8]))).Refused(415, "workbook-not-xlsx");
        (await cycle.Submit(Unit)).Done();
        (await Put(host, cycle, filled)).Status.ShouldBe(409);
    }

    private static async Task<AWorkbook> Workbook(AHost host, ACycle cycle)
    {
        var answer = (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/workbook")).Done();
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe(AWorkbook.MediaType);
        return new AWorkbook(answer.Bytes);
    }

    private static Task<Answer> Put(AHost host, ACycle cycle, AWorkbook workbook, string query = "") =>
        host.As($"reporter-{Unit}").Put($"{cycle.ReportOf(Unit)}/workbook{query}", workbook.Content());

    private static async Task<System.Text.Json.JsonElement> Draft(AHost host, ACycle cycle) =>
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];
}
