using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>Cycles that open by themselves.</summary>
public class Series_of_cycles
{
    private static readonly DateTimeOffset Start = At(2025, 11, 26);

    [Fact]
    public async Task Open_one_after_another_across_the_procuracy_year_and_Tet()
    {
        await using var host = await AHost.Start(from: Start);
        var centre = host.As("centre");
        var put = (await centre.Put("series/thong-ke-thang", Monthly(), "*")).Done();
        put["next"].GetRawText().ShouldBe("""{"period":{"firstDay":"2025-11-01","lastDay":"2025-11-30"},"name":"tháng 11/2025","opensAt":"2025-11-27T08:00:00+07:00"}""");
        var quarterly = Monthly();
        (quarterly["title"], quarterly["parts"], quarterly["periods"], quarterly["opens"]) =
            ("Tổng hợp {ky}", "thong-ke-thang", new JsonObject { ["every"] = "quarter" }, JsonNode.Parse("""{"workingDays":1,"at":"08:00"}"""));
        (await centre.Put("series/thong-ke-quy", quarterly, "*")).Done();

        for (var day = At(2025, 11, 27, 9); day <= At(2026, 1, 30, 9); day = day.AddDays(1))
        {
            await host.Play(day);
        }

        var cycles = await Cycles(host);
        var months = cycles.Where(cycle => Said(cycle, "title").StartsWith("Thống kê", StringComparison.Ordinal)).ToList();
        months.Select(cycle => Said(cycle, "title"))
            .ShouldBe(["Thống kê tháng 11/2025", "Thống kê tháng 12/2025", "Thống kê tháng 01/2026"]);
        months.Select(cycle => VietnamTime.DayOf(cycle.GetProperty("openedAt").GetDateTimeOffset()).ToString("O", Vietnamese.Culture))
            .ShouldBe(["2025-11-27", "2025-12-29", "2026-01-29"]);
        months.Select(cycle => Said(cycle.GetProperty("deadlines"), "supreme"))
            .ShouldBe(["2025-12-11T16:00:00+07:00", "2026-01-14T16:00:00+07:00", "2026-02-12T16:00:00+07:00"]);
        months.Select(cycle => Said(cycle, "closesAt"))
            .ShouldBe(["2025-12-18T17:00:00+07:00", "2026-01-21T17:00:00+07:00", "2026-02-26T17:00:00+07:00"]);
        months[0].TryGetProperty("previous", out _).ShouldBeFalse();
        months.Skip(1).Select(cycle => Said(cycle, "previous")).ShouldBe(months.SkipLast(1).Select(cycle => Said(cycle, "id")));

        var quarter = cycles.Where(cycle => Said(cycle, "title") == "Tổng hợp quý IV/2025").ShouldHaveSingleItem();
        quarter.GetProperty("parts").EnumerateArray().Select(part => part.GetString())
            .ShouldBe(months.Take(2).Select(month => Said(month, "id")));
        cycles.Count.ShouldBe(4);
        (await centre.Get("series/thong-ke-thang")).Done()["next"].GetProperty("name").GetString().ShouldBe("tháng 02/2026");
    }

    [Fact]
    public async Task Begin_after_a_cycle_of_the_past()
    {
        await using var host = await AHost.Start(from: Start);
        var october = APastYear.OfYear(2025, At(2025, 11, 5), "V14");
        october["form"]!["code"] = "ung-dung-cntt-10-nam";
        october["period"] = JsonSerializer.SerializeToNode(new { firstDay = "2025-10-01", lastDay = "2025-10-31" });
        october["imported"] = JsonSerializer.SerializeToNode(new { number = "72/BC-VKSTC", date = "2025-11-10" });
        var past = await ACycle.Open(host, october);
        var series = Monthly();
        series["previous"] = past.Id;
        (await host.As("centre").Put("series/thong-ke-thang", series, "*")).Done()["terms"].GetProperty("previous").GetString()
            .ShouldBe(past.Id);

        await host.Play(At(2025, 11, 27, 9));

        Said((await Cycles(host)).Single(cycle => Said(cycle, "title") == "Thống kê tháng 11/2025"), "previous").ShouldBe(past.Id);
    }

    [Fact]
    public async Task After_an_outage_open_what_was_missed_once_and_in_order_and_leave_the_units_their_days()
    {
        await using var host = await AHost.Start(from: Start);
        (await host.As("centre").Put("series/thong-ke-thang", Monthly(), "*")).Done();

        var now = At(2026, 1, 30, 9);
        for (var minute = 0; minute < 6; minute++)
        {
            await host.Play(now.AddMinutes(minute));
            (await Cycles(host)).Count.ShouldBeLessThanOrEqualTo(3);
        }

        var cycles = await Cycles(host);
        cycles.Select(cycle => Said(cycle, "title"))
            .ShouldBe(["Thống kê tháng 11/2025", "Thống kê tháng 12/2025", "Thống kê tháng 01/2026"]);
        cycles.ShouldAllBe(cycle => Said(cycle, "phase") == "open");
        cycles.Select(cycle => cycle.GetProperty("reckoned").GetProperty("putOffBy").GetInt32() > 0).ShouldBe([true, true, false]);
        cycles.Select(cycle => cycle.GetProperty("deadlines").GetProperty("supreme").GetDateTimeOffset()).ShouldAllBe(due => due > now);
    }

    [Fact]
    public async Task That_forget_what_they_did_open_it_only_once()
    {
        ForgetfulSeries series = null!;
        await using var host = await AHost.Start(services => ForgetfulSeries.Decorate(services, made => series = made), Start);
        (await host.As("centre").Put("series/thong-ke-thang", Monthly(), "*")).Done();
        series.Forgets = 3;
        for (var minute = 0; minute < 5; minute++)
        {
            await host.Play(At(2025, 11, 27, 8).AddMinutes(minute));
            (await Cycles(host)).Count.ShouldBe(1);
        }

        series.Forgets.ShouldBeLessThan(1);
        (await host.As("centre").Get("series/thong-ke-thang")).Done()["next"].GetProperty("name").GetString().ShouldBe("tháng 12/2025");
    }

    [Fact]
    public async Task Start_what_was_made_and_not_started()
    {
        StubbornCycles cycles = null!;
        await using var host = await AHost.Start(services => StubbornCycles.Decorate(services, made => cycles = made), Start);
        (await host.As("centre").Put("series/thong-ke-thang", Monthly(), "*")).Done();
        cycles.Refuses = int.MaxValue;
        await host.Play(At(2025, 11, 27, 8));
        (await Cycles(host)).ShouldHaveSingleItem().GetProperty("phase").GetString().ShouldBe("draft");
        (await host.As("centre").Get("series/thong-ke-thang")).Done()["hindrance"].GetProperty("type").GetString().ShouldBe("cycle-stale");

        cycles.Refuses = 0;
        await host.Play(At(2025, 11, 27, 8).AddMinutes(1));
        (await Cycles(host)).ShouldHaveSingleItem().GetProperty("phase").GetString().ShouldBe("open");
        (await host.As("centre").Get("series/thong-ke-thang")).Done().Json.TryGetProperty("hindrance", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task That_are_stopped_open_nothing_until_they_are_put_again()
    {
        await using var host = await AHost.Start(from: Start);
        var centre = host.As("centre");
        (await centre.Put("series/thong-ke-thang", Monthly(), "*")).Done();
        (await centre.Post("series/thong-ke-thang/stop", new { reason = "" })).Refused(422, "reason-missing");
        var stopped = (await centre.Post("series/thong-ke-thang/stop", new { reason = "Đổi chế độ báo cáo" })).Done();
        stopped["stopped"].GetProperty("reason").GetString().ShouldBe("Đổi chế độ báo cáo");
        await host.Play(At(2025, 11, 28));
        (await Cycles(host)).ShouldBeEmpty();

        (await centre.Put("series/thong-ke-thang", Monthly(), stopped.ETag)).Done();
        await host.Play(At(2025, 11, 28).AddMinutes(1));
        (await Cycles(host)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Wait_for_the_list_of_holidays_and_say_so()
    {
        await using var host = await AHost.Start(from: At(2027, 12, 1));
        var centre = host.As("centre");
        var terms = Monthly();
        terms["firstDay"] = "2027-11-15";
        terms["opens"] = JsonNode.Parse("""{"days":1,"at":"09:00"}""");
        (await centre.Put("series/thong-ke-thang", terms, "*")).Done();
        await host.Play(At(2027, 12, 1, 9));
        await host.Play(At(2028, 1, 1, 9));
        (await Cycles(host)).Count.ShouldBe(1);
        (await centre.Get("series/thong-ke-thang")).Done()["hindrance"].GetProperty("why").GetString()!.ShouldContain("2028");

        (await centre.Put("calendars/2028", new { days = new[] { new { date = "2028-01-01", name = "Tết Dương lịch" } } }, "*")).Done();
        await host.Play(At(2028, 1, 1, 10));
        (await Cycles(host)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Are_the_centres_and_changed_only_by_who_has_read_them()
    {
        await using var host = await AHost.Start(from: Start);
        var centre = host.As("centre");
        (await host.As("reporter-T84").Put("series/thong-ke-thang", Monthly(), "*")).Refused(403, "not-permitted");
        (await centre.Put("series/thong-ke-thang", Monthly(), null)).Refused(428, "if-match-missing");
        (await centre.Put("series/Thống-kê", Monthly(), "*")).Refused(422, "series-code-invalid");
        var first = (await centre.Put("series/thong-ke-thang", Monthly(), "*")).Done();
        (await centre.Put("series/thong-ke-thang", Monthly(), "*")).Refused(412, "series-stale");
        (await centre.Put("series/thong-ke-thang", first["terms"], first.ETag)).Done();
        (await host.As("reporter-T84").Get("series/thong-ke-thang")).Refused(404, "series-unknown");
        (await host.As("reporter-T84").Get("series")).Refused(403, "not-permitted");
        (await host.As("inspector").Get("series")).Done().Json.GetArrayLength().ShouldBe(1);
        (await centre.Get("series/khong-co")).Refused(404, "series-unknown");
    }

    [Theory]
    [InlineData("title", "\"Thống kê\"", "/title", "period-name")]
    [InlineData("form", "{\"code\":\"khong-co\",\"version\":1}", "/form", "unknown-form")]
    [InlineData("parts", "\"khong-co\"", "/parts", "unknown-series")]
    [InlineData("previous", "\"k00000000000000z\"", "/previous", "unknown-cycle")]
    [InlineData("opens", "{\"days\":60,\"at\":\"08:00\"}", "/opens", "order")]
    [InlineData("opens", "{\"at\":\"08:00\"}", "/opens", "one-of")]
    [InlineData("periods", "{\"every\":\"given\"}", "/periods/given", "order")]
    [InlineData("closesAt", "{\"after\":\"district\",\"workingDays\":1,\"at\":\"08:00\"}", "/closesAt", "order")]
    [InlineData("recipients", "[]", "/recipients", "out-of-range")]
    public async Task That_are_wrong_are_refused_at_their_place(string part, string value, string place, string rule)
    {
        await using var host = await AHost.Start(from: Start);
        var terms = Monthly();
        terms[part] = JsonNode.Parse(value);
        (await host.As("centre").Put("series/thong-ke-thang", terms, "*")).Refused(422, "series-invalid").RuleAt(place).ShouldBe(rule);
    }

    internal static JsonObject Monthly() => JsonNode.Parse("""
        {
          "title": "Thống kê {ky}",
          "plan": { "number": "221/KH-VKSTC", "date": "2025-10-15" },
          "form": { "code": "ung-dung-cntt-10-nam", "version": 1 },
          "periods": { "every": "month" },
          "firstDay": "2025-11-15",
          "opens": { "workingDays": -2, "at": "08:00" },
          "deadlines": {
            "district": { "after": "period-end", "workingDays": 3, "at": "16:00" },
            "province": { "after": "district", "workingDays": 2, "at": "16:00" },
            "supreme": { "after": "province", "workingDays": 4, "at": "16:00" } },
          "closesAt": { "after": "supreme", "workingDays": 5, "at": "17:00" },
          "participants": { "units": ["V14"] },
          "recipients": [{ "name": "Lãnh đạo VKSND tối cao", "mail": "lanh-dao@vks.example" }]
        }
        """)!.AsObject();

    /// <summary>By the last day of their periods.</summary>
    private static async Task<IReadOnlyList<JsonElement>> Cycles(AHost host) =>
        [.. (await host.As("centre").Get("cycles?size=200")).Done()["items"].EnumerateArray()
            .OrderBy(cycle => Said(cycle.GetProperty("period"), "lastDay")).ThenBy(cycle => Said(cycle, "title"))];

    private static string Said(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static DateTimeOffset At(int year, int month, int day, int hour = 8) => new(year, month, day, hour, 0, 0, VietnamTime.Offset);
}
