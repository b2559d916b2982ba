using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.EndToEnd.Units;

namespace VksServerless.EndToEnd.Cycles;

public class Cycles_of_the_past
{
    [Fact]
    public async Task Are_entered_and_published_under_the_number_and_date_of_their_own_document()
    {
        await using var host = await APastYear.AfterTheMergers();

        var cycle = await APastYear.Published(host);

        (await cycle.Phase()).ShouldBe("published");
        var publication = (await host.As("leader-1").Get($"{cycle.Path}/publications/1")).Done();
        publication.Said("number").ShouldBe("72/BC-VKSTC");
        publication["publishedAt"].GetDateTimeOffset().ShouldBe(new DateTimeOffset(2025, 1, 15, 0, 0, 0, VietnamTime.Offset));
        DayOf(publication["approvals"][0], "at").ShouldBe("02/07/2025");
        publication["report"].GetProperty("countedOn").GetString().ShouldBe("2024-11-30");
        publication["report"].GetProperty("figures").GetProperty("moi").GetProperty("total").GetDecimal().ShouldBe(105);
        Verdicts(publication).ShouldBe("T01 missing, T83 late, T84 on-time, T84-CL on-time, T86 on-time");

        var page = (await host.As("leader-1").Get($"{cycle.Path}/publications/1/page")).Done().Text;
        page.ShouldContain("Hà Nội, ngày 15 tháng 01 năm 2025");
        page.ShouldContain(
            "Nhập từ Báo cáo số 72/BC-VKSTC ngày 15/01/2025; người nhập: Cán bộ Cục 2 (mẫu); nhập ngày 02/07/2025.");
        page.ShouldContain("Báo cáo đã ban hành ngày 15/01/2025.");
        var mails = await cycle.Mails();
        mails.Select(mail => (mail.Kind, mail.To)).ShouldBe(
            [("ReportLaidBefore", "lanh-dao@vks.example"), ("CyclePublished", "lanh-dao@vks.example")], ignoreOrder: true);
        mails.ShouldContain(mail => mail.Subject == "[Công bố] Báo cáo số 72/BC-VKSTC: Báo cáo năm 2024");
        (await host.As("reporter-T84").Get(cycle.Path)).Done()["imported"].GetProperty("number").GetString().ShouldBe("72/BC-VKSTC");
    }

    [Fact]
    public async Task Remind_nobody_and_wait_for_a_person_to_close_them()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await ACycle.Open(host, APastYear.Terms());

        await host.Play(AMerger.July.AddDays(40));

        (await cycle.Phase()).ShouldBe("open");
        (await cycle.Mails()).ShouldBeEmpty();
        (await host.As("centre").Post($"{cycle.Path}/exemptions", new { units = new[] { "T01" }, reason = "Không thuộc diện." })).Done();
        foreach (var unit in APastYear.Units.Except(["T01"]))
        {
            (await APastYear.Enter(host, cycle, unit, APastYear.Of(1))).Done();
        }

        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval", "everyone is accepted or exempt");
    }

    [Fact]
    public async Task Take_what_was_handed_in_as_it_was_and_say_what_the_form_would_have_asked()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await ACycle.Open(host, APastYear.Terms());

        var incomplete = (await APastYear.Enter(host, cycle, "T84", APastYear.Of(null))).Done();

        incomplete["stillMissing"][0].GetProperty("place").GetString().ShouldBe("/answers/moi");
        (await cycle.StateOf("T84")).ShouldBe("accepted");
        var (key, report) = (Person.NewKey(), APastYear.Of(40, APastYear.At(12, 12)));
        var receipt = (await APastYear.Enter(host, cycle, "T84", report, key)).Done()["receipt"];
        (Said(receipt, "verdict"), receipt.GetProperty("version").GetInt32(), receipt.GetProperty("at").GetDateTimeOffset())
            .ShouldBe(("late", 2, APastYear.At(12, 12)));
        DayOf(receipt, "importedAt").ShouldBe("02/07/2025");
        (await APastYear.Enter(host, cycle, "T84", report, key)).Done()["receipt"].GetRawText().ShouldBe(receipt.GetRawText());
        (await APastYear.Enter(host, cycle, "T84", APastYear.Of(41), key)).Refused(422, "idempotency-key-reused");

        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(40);
        (await host.As("head-T84").Get($"{cycle.ReportOf("T84")}/versions/2")).Done()["answers"].GetProperty("moi").GetInt32().ShouldBe(40);
    }

    [Fact]
    public async Task Count_what_a_superior_adjusted_as_long_as_the_sums_are_those_that_it_was_entered_on()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await ACycle.Open(host, APastYear.Terms());
        (await APastYear.Enter(host, cycle, "T84-CL", APastYear.Of(20))).Done();
        var entered = await APastYear.Enter(host, cycle, "T84", APastYear.Of(50).Adjusted("moi", -10, "Kê ở hai nơi."));
        entered.Done()["faults"].GetArrayLength().ShouldBe(0);
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(60);

        (await APastYear.Enter(host, cycle, "T84-CL", APastYear.Of(10))).Done();
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(60, "what was entered on 20 has fallen");

        var much = await APastYear.Enter(host, cycle, "T84", APastYear.Of(50).Adjusted("moi", -100, "Sai."));
        much.Done()["faults"][0].GetProperty("place").GetString().ShouldBe("/adjustments");
        (await APastYear.Enter(host, cycle, "T84", APastYear.Of(50).Adjusted("moi", -4, "Kê ở hai nơi."))).Done();
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(56);
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC?as=submitted")).Done()["figures"].GetProperty("moi")
            .GetProperty("total").GetDecimal().ShouldBe(56);
        (await cycle.Mails()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuse_what_cannot_have_been_handed_in()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await ACycle.Open(host, APastYear.Terms());
        var without = APastYear.Of(40);
        without.Remove("receivedAt");
        var vague = APastYear.Of(40);
        vague["receivedAt"] = "2024-12-09T16:00:00";
        var wrong = APastYear.Of(40);
        wrong["answers"]!["moi"] = "bốn mươi";

        (await APastYear.Enter(host, cycle, "T84", without)).Refused(422, "report-invalid").RuleAt("/receivedAt").ShouldBe("required");
        (await APastYear.Enter(host, cycle, "T84", vague)).Refused(422, "report-invalid").RuleAt("/receivedAt").ShouldBe("required");
        (await APastYear.Enter(host, cycle, "T84", APastYear.Of(40, host.Clock.GetUtcNow().AddDays(1))))
            .Refused(422, "report-invalid").RuleAt("/receivedAt").ShouldBe("out-of-range");
        (await APastYear.Enter(host, cycle, "T84", wrong)).Refused(422, "report-invalid").RuleAt("/answers/moi").ShouldBe("wrong-type");
        (await APastYear.Enter(host, cycle, "T02", APastYear.Of(40))).Refused(404, "not-obliged");
        var usual = await ACycle.Open(host, APastYear.OfYear(2025, AMerger.Due, "T01"));
        (await APastYear.Enter(host, usual, "T01", APastYear.Of(40))).Refused(409, "cycle-not-imported");
        (await cycle.StateOf("T84")).ShouldBe("owed");
    }

    [Fact]
    public async Task Are_the_centres_alone_to_enter_and_nobodys_to_hand_in_or_to_judge()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await ACycle.Open(host, APastYear.Terms());
        foreach (var person in (string[])["reporter-T84-CL", "head-T84", "leader-1", "inspector", "phan-mem-an-hinh-su"])
        {
            (await APastYear.Enter(host, cycle, "T84-CL", APastYear.Of(5), person: person)).Refused(403, "not-permitted");
        }

        (await APastYear.Enter(host, cycle, "T84-CL", APastYear.Of(5))).Done();
        var report = cycle.ReportOf("T84-CL");
        (await host.As("reporter-T84-CL").Put($"{report}/draft", AMerger.Of(6), "*")).Refused(409, "cycle-imported");
        (await cycle.Submit("T84-CL", AMerger.Of(6))).Refused(409, "cycle-imported").Said("detail").ShouldContain("Chỉ Cục 2 nhập");
        (await host.As("software-T84").Post($"{report}/submit", AMerger.Of(6), Person.NewKey())).Refused(409, "cycle-imported");
        (await host.As("reporter-T84-CL").Post($"{report}/withdraw")).Refused(409, "cycle-imported");
        (await cycle.Accept("T84-CL")).Refused(409, "cycle-imported");
        (await cycle.Return("T84-CL", "Sai.")).Refused(409, "cycle-imported");
        (await cycle.Extend("T84-CL", AMerger.Due)).Refused(409, "cycle-imported");
    }

    [Fact]
    public async Task Stand_before_the_next_period_also_through_a_merger()
    {
        await using var host = await APastYear.AfterTheMergers();
        var past = await APastYear.Published(host);
        var terms = APastYear.OfYear(2025, new DateTimeOffset(2025, 12, 10, 16, 0, 0, VietnamTime.Offset), AMerger.Heir, "T84-CL", "T01");
        terms["previous"] = past.Id;

        var next = await ACycle.Open(host, terms);

        var prefill = (await AMerger.Reporter(host).Get($"{next.ReportOf(AMerger.Heir)}/prefill")).Done();
        prefill.Said("from").ShouldBe(past.Id);
        prefill["answers"].GetProperty("moi").GetInt32().ShouldBe(100);
        prefill["units"].EnumerateArray().Select(unit => unit.GetString()).ShouldBe(["T83", "T84", "T86"]);
        (await Submit(next, host, 300)).Refused(422, "report-invalid").RuleAt("/explanations/bien_dong").ShouldBe("unexplained");
        (await Submit(next, host, 110)).Done();
        (await host.As("centre").Post($"{next.ReportOf(AMerger.Heir)}/accept", new { version = 1 })).Done();
        await host.WhenQuiet();

        var compared = (await host.As("centre").Get($"{next.Path}/totals/{AMerger.Heir}/comparison")).Done();
        var line = compared["figures"].EnumerateArray().Single();
        (line.GetProperty("now").GetDecimal(), line.GetProperty("then").GetDecimal()).ShouldBe((110, 105));
        compared["then"].GetProperty("cycle").GetString().ShouldBe(past.Id);
        compared.Text.ShouldContain("hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025.");

        (await host.As("centre").Post($"{next.Path}/close", new { reason = "Đủ." })).Done();
        await host.WhenQuiet();
        (await host.As("leader-1").Get($"{next.Path}/sector-report")).Done()["comparison"].GetProperty("number").GetString()
            .ShouldBe("72/BC-VKSTC");
    }

    [Fact]
    public async Task Are_corrected_under_a_number_of_the_current_year()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await APastYear.Published(host);
        (await APastYear.Enter(host, cycle, "T01", APastYear.Of(7))).Refused(409, "cycle-not-open");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Tìm thấy báo cáo của Hà Nội." })).Done();

        (await APastYear.Enter(host, cycle, "T01", APastYear.Of(7))).Done();
        await host.WhenQuiet();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-2");

        var second = (await host.As("leader-1").Get($"{cycle.Path}/publications/2")).Done();
        (second.Said("number"), second["corrects"].GetProperty("number").GetString()).ShouldBe(("01/BC-VKSTC", "72/BC-VKSTC"));
        DayOf(second.Json, "publishedAt").ShouldBe("02/07/2025");
        second["report"].GetProperty("figures").GetProperty("moi").GetProperty("total").GetDecimal().ShouldBe(112);
        (await host.As("leader-1").Get($"{cycle.Path}/publications/2/page")).Done().Text.ShouldContain("Nhập từ Báo cáo số 72/BC-VKSTC");
        (await cycle.Mails()).ShouldAllBe(mail => mail.To == "lanh-dao@vks.example");
    }

    [Fact]
    public async Task Do_not_take_a_number_that_another_report_has()
    {
        await using var host = await APastYear.AfterTheMergers();
        await ACycle.Open(host, APastYear.Terms("02/BC-VKSTC"));
        var second = await ACycle.Draft(host, APastYear.Terms("02/BC-VKSTC"));
        (await Start(host, second)).Refused(409, "publication-number-taken").Said("detail").ShouldContain("02/BC-VKSTC của năm 2025");
        (await second.Phase()).ShouldBe("draft");

        (await AMonthOf(host)).ShouldBe("01/BC-VKSTC");
        (await AMonthOf(host)).ShouldBe("03/BC-VKSTC");
        (await Start(host, await ACycle.Draft(host, APastYear.Terms("03/BC-VKSTC")))).Refused(409, "publication-number-taken");
    }

    [Fact]
    public async Task That_were_cancelled_leave_their_number_to_another()
    {
        await using var host = await APastYear.AfterTheMergers();
        var mistaken = await ACycle.Open(host, APastYear.Terms());
        (await host.As("centre").Post($"{mistaken.Path}/cancel", new { reason = "Nhầm đơn vị." })).Done();
        await host.WhenQuiet();

        (await Start(host, await ACycle.Draft(host, APastYear.Terms()))).Done();

        (await Start(host, await ACycle.Draft(host, APastYear.Terms()))).Refused(409, "publication-number-taken");
        (await mistaken.Mails()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lay_none_of_their_difficulties_on_the_desk()
    {
        await using var host = await AHost.Start();
        var terms = APastYear.OfYear(2017, new DateTimeOffset(2017, 12, 10, 16, 0, 0, VietnamTime.Offset), "V14", "VP");
        terms["form"] = new JsonObject { ["code"] = "kho-khan-vuong-mac", ["version"] = 1 };
        terms["imported"] = JsonSerializer.SerializeToNode(new { number = "05/BC-VKSTC", date = "2018-01-10" });
        var cycle = await ACycle.Open(host, terms);

        (await APastYear.Enter(host, cycle, "V14", WithoutServer())).Done();
        await host.WhenQuiet();
        (await cycle.StateOf("V14")).ShouldBe("accepted");
        (await host.As("centre").Get("difficulties")).Done()["items"].GetArrayLength().ShouldBe(0);
    }

    private static Task<Answer> Start(AHost host, ACycle cycle) => host.As("centre").Post($"{cycle.Path}/start");

    private static Task<Answer> Submit(ACycle cycle, AHost host, int moi) =>
        AMerger.Reporter(host).Post($"{cycle.ReportOf(AMerger.Heir)}/submit", AMerger.Of(moi), Person.NewKey());

    /// <summary>A cycle of Hà Nội that is published, and its number.</summary>
    private static async Task<string> AMonthOf(AHost host)
    {
        var cycle = await ACycle.Open(host, APastYear.OfYear(2025, AMerger.Due, "T01"));
        await cycle.Accepted("T01", AMerger.Of(1));
        await cycle.Approved("leader-1");
        return (await host.As("leader-1").Get($"{cycle.Path}/publications/1")).Done().Said("number");
    }

    private static string Verdicts(Answer publication) => string.Join(", ", publication["report"].GetProperty("manifest").EnumerateArray()
        .Select(entry => $"{Said(entry, "unit")} {(entry.TryGetProperty("onTime", out var onTime)
            ? onTime.GetBoolean() ? "on-time" : "late" : "missing")}")
        .Order(StringComparer.Ordinal));

    private static string DayOf(JsonElement of, string property) =>
        Vietnamese.Day(VietnamTime.DayOf(of.GetProperty(property).GetDateTimeOffset()));

    private static string Said(JsonElement of, string property) => of.GetProperty(property).GetString()!;

    private static JsonObject WithoutServer() => JsonNode.Parse("""
        {
          "receivedAt": "2017-12-01T08:00:00+07:00",
          "answers": { "van_de": [{ "linh_vuc": "ha_tang", "tieu_de": "Thiếu máy chủ", "mo_ta": "Cả năm không có máy chủ." }] }
        }
        """)!.AsObject();
}
