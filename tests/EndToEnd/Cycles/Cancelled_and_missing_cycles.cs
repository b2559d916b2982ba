using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Cycles;

public class Cancelled_and_missing_cycles
{
    [Fact]
    public async Task Are_nobodys_preceding_period_and_make_what_reads_them_as_a_part_unknown()
    {
        await using var host = await AMonth.InWinter();
        var july = await ACycle.Open(host, AMonth.Terms("2018-07-01", "2018-07-31"));
        await july.Accepted("T84", AMonth.Of(100));
        var august = await ACycle.Open(host, AMonth.Terms("2018-08-01", "2018-08-31", july.Id));
        var said = AMonth.Of(900);
        said["explanations"] = JsonNode.Parse("""[{ "rule": "bien_dong", "text": "Chuyên án lớn." }]""");
        await august.Accepted("T84", said);
        var september = await ACycle.Open(host, AMonth.Terms("2018-09-01", "2018-09-30", august.Id));
        var quarter = await ACycle.Open(host, AMonth.Terms("2018-07-01", "2018-09-30", null, july.Id, august.Id));
        (await quarter.Submit("T84", AMonth.Of(100))).RuleAt("/answers/moi").ShouldBe("tong_ky");

        await AMonth.Cancelled(host, august);

        var draft = (await host.As("reporter-T84").Put($"{quarter.ReportOf("T84")}/draft", AMonth.Of(100), "*")).Done();
        var unknown = draft["unknown"].EnumerateArray().Single(rule => rule.GetProperty("rule").GetString() == "tong_ky");
        unknown.GetProperty("why").GetString().ShouldBe("kỳ \"Thống kê từ 2018-08-01\" đã hủy");
        (await quarter.Submit("T84", AMonth.Of(100))).Done();
        (await host.As("centre").Get($"{quarter.ReportOf("T84")}/versions/1/review")).Done()["rules"].GetProperty("unknown")[0]
            .GetProperty("rule").GetString().ShouldBe("tong_ky");
        (await september.Submit("T84", AMonth.Of(1000))).RuleAt("/explanations/bien_dong").ShouldBe("unexplained");
        (await september.Submit("T84", AMonth.Of(100))).Done();
        var compared = (await host.As("centre").Get($"{september.Path}/totals/VKSTC/comparison")).Done();
        compared["then"].GetProperty("cycle").GetString().ShouldBe(july.Id);
        (await host.As("centre").Get($"{september.Path}/totals/VKSTC/comparison?with={august.Id}")).Refused(404, "cycle-unknown");
    }

    [Fact]
    public async Task Cannot_be_named_nor_can_a_later_period_be_the_one_before()
    {
        await using var host = await AMonth.InWinter();
        var august = await ACycle.Open(host, AMonth.Terms("2018-08-01", "2018-08-31"));
        var centre = host.As("centre");
        (await centre.Post("cycles", AMonth.Terms("2018-07-01", "2018-07-31", august.Id), Person.NewKey()))
            .Refused(422, "cycle-invalid").RuleAt("/previous").ShouldBe("order");
        await AMonth.Cancelled(host, august);

        (await centre.Post("cycles", AMonth.Terms("2018-09-01", "2018-09-30", august.Id), Person.NewKey()))
            .Refused(422, "cycle-invalid").RuleAt("/previous").ShouldBe("cancelled-cycle");
        (await centre.Post("cycles", AMonth.Terms("2018-07-01", "2018-09-30", null, august.Id), Person.NewKey()))
            .Refused(422, "cycle-invalid").RuleAt("/parts/0").ShouldBe("cancelled-cycle");
    }

    [Fact]
    public async Task Of_a_series_are_passed_over_and_named_as_missing()
    {
        await using var host = await AHost.Start(from: new DateTimeOffset(2025, 11, 26, 8, 0, 0, VietnamTime.Offset));
        var centre = host.As("centre");
        (await centre.Put("series/thong-ke-thang", Series_of_cycles.Monthly(), "*")).Done();
        var quarterly = Series_of_cycles.Monthly();
        (quarterly["title"], quarterly["parts"], quarterly["periods"], quarterly["opens"]) =
            ("Tổng hợp {ky}", "thong-ke-thang", new JsonObject { ["every"] = "quarter" },
                JsonNode.Parse("""{"workingDays":1,"at":"08:00"}"""));
        (await centre.Put("series/thong-ke-quy", quarterly, "*")).Done();
        await host.Play(new DateTimeOffset(2025, 12, 30, 9, 0, 0, VietnamTime.Offset));
        var december = (await Titled(host, "Thống kê tháng 12/2025")).GetProperty("id").GetString();
        var november = (await Titled(host, "Thống kê tháng 11/2025")).GetProperty("id").GetString();
        (await centre.Post($"cycles/{december}/cancel", new { reason = "Mở nhầm." })).Done();

        for (var day = new DateTimeOffset(2025, 12, 31, 9, 0, 0, VietnamTime.Offset); day.Month != 2; day = day.AddDays(1))
        {
            await host.Play(day);
        }

        (await Titled(host, "Thống kê tháng 01/2026")).GetProperty("previous").GetString().ShouldBe(november);
        var quarter = await Titled(host, "Tổng hợp quý IV/2025");
        quarter.GetProperty("parts").EnumerateArray().Select(part => part.GetString()).ShouldBe([november]);
        quarter.GetProperty("missingParts").EnumerateArray().Select(part => part.GetProperty("firstDay").GetString())
            .ShouldBe(["2025-10-01", "2025-12-01"]);
    }

    private static async Task<JsonElement> Titled(AHost host, string title) =>
        (await host.As("centre").Get("cycles?size=200")).Done()["items"].EnumerateArray()
            .Single(cycle => cycle.GetProperty("title").GetString() == title);
}
