namespace VksServerless.EndToEnd.Totals;

public class Two_tiers(AHost host) : IClassFixture<AHost>
{
    private static readonly string[] Units = ["T84", "T84-CL", "T84-CN", "V14"];

    [Fact]
    public async Task A_province_sees_judges_and_adjusts_what_its_districts_report()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        var original = (await host.As("head-T84").Get($"{cycle.ReportOf("T84-CL")}/versions/1")).Done();
        (await cycle.Submit("T84-CN", AReport.Of("T84-CN", ("may_tinh", 99)))).Done();
        (await cycle.Return("T84-CN", "Kiểm tra lại số máy tính.")).Done();
        await cycle.Accepted("T84-CN", AReport.Of("T84-CN", ("may_tinh", 9)));

        var before = (await host.As("reporter-T84").Get(cycle.ReportOf("T84"))).Done()["subordinates"];
        before.GetProperty("figures").GetProperty("may_tinh").GetProperty("total").GetDecimal().ShouldBe(29);
        before.GetProperty("completeness").GetProperty("accepted").GetInt32().ShouldBe(2);

        await cycle.Accepted("T84", AReport.Of("T84", ("may_tinh", 50)).Adjusted("may_tinh", -4, "Máy hỏng đã thanh lý."));
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 7)));

        (await cycle.TotalOf("T84", "may_tinh")).ShouldBe(75);
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(82);
        var sum = (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC")).Done()["figures"].GetProperty("may_tinh");
        sum.GetProperty("reported").GetDecimal().ShouldBe(86);
        sum.GetProperty("adjusted").GetDecimal().ShouldBe(-4);
        (await host.As("head-T84").Get($"{cycle.ReportOf("T84-CL")}/versions/1")).Done().Bytes.ShouldBe(original.Bytes);
        (await host.As("centre").Get($"{cycle.Path}/sector-report")).Done()["adjustments"].GetRawText()
            .ShouldBe("""[{"unit":"T84","field":"may_tinh","amount":-4,"reason":"Máy hỏng đã thanh lý."}]""");
    }

    [Fact]
    public async Task An_adjustment_falls_when_the_district_corrects_itself_and_its_author_is_told()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        await cycle.Accepted("T84", AReport.Of("T84", ("may_tinh", 50)).Adjusted("may_tinh", -10, "Kê ở hai nơi."));
        (await cycle.TotalOf("T84", "may_tinh")).ShouldBe(60);

        // Who reports later was not adjusted.
        await cycle.Accepted("T84-CN", AReport.Of("T84-CN", ("may_tinh", 9)));
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(69);

        (await cycle.Return("T84-CL", "Kê trùng.")).Done();
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 10)));

        (await cycle.TotalOf("T84", "may_tinh")).ShouldBe(69);
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(69);
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC?as=submitted")).Done()["figures"].GetProperty("may_tinh")
            .GetProperty("total").GetDecimal().ShouldBe(69);
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 7)));
        (await host.As("centre").Get($"{cycle.Path}/sector-report")).Done()["adjustments"].GetRawText()
            .ShouldBe("""[{"unit":"T84","field":"may_tinh","amount":-10,"reason":"Kê ở hai nơi.","fallen":true}]""");
        (await host.As("centre").Get($"mails?cycle={cycle.Id}&size=1000")).Done().Json.GetRawText().ShouldContain("AdjustmentsFallen");
    }

    [Fact]
    public async Task An_adjustment_is_refused_when_it_makes_a_total_impossible_or_what_it_was_made_on_has_changed()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 6)));
        (await cycle.Submit("T84", AReport.Of("T84", ("may_tinh", 0)).Adjusted("may_tinh", -100, "Sai."))).Refused(422, "report-invalid")
            .RuleAt("/adjustments").ShouldBe("out-of-range");

        var seen = AReport.Of("T84", ("may_tinh", 0)).Adjusted("may_tinh", -1, "Kê trùng.");
        seen["adjustedOn"] = new System.Text.Json.Nodes.JsonObject { ["T84-CL"] = new System.Text.Json.Nodes.JsonObject { ["may_tinh"] = 7 } };
        (await cycle.Submit("T84", seen)).Refused(422, "report-invalid").RuleAt("/adjustedOn").ShouldBe("outdated");

        (await cycle.Submit("T84", AReport.Of("T84", ("may_tinh", 0)).Adjusted("may_tinh", -1, "Kê trùng."))).Done();
        (await cycle.Return("T84-CL", "Sai.")).Done();
        (await cycle.Accept("T84")).Refused(409, "adjustments-outdated");
    }

    [Fact]
    public async Task Totals_follow_an_acceptance_and_a_return_after_it()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        await cycle.Accepted("T84-CN", AReport.Of("T84-CN", ("may_tinh", 9)));
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(29);

        (await cycle.Return("T84-CL", "Nhầm.")).Done();
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(9);
        (await cycle.TotalOf("T84", "may_tinh")).ShouldBe(9);

        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 21)));
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(30);
    }

    [Fact]
    public async Task A_figure_leads_down_to_the_units_and_versions_that_it_came_from()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        (await cycle.Return("T84-CL", "Nhầm.")).Done();
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 21)));
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 7)));

        var sources = (await host.As("leader-1").Get($"{cycle.Path}/totals/VKSTC/figures/may_tinh")).Done().Json;
        sources.EnumerateArray()
            .Select(source => (source.GetProperty("unit").GetString(), source.GetProperty("version").GetInt32(), source.GetProperty("value")
                .GetProperty("total").GetDecimal()))
            .ShouldBe([("T84-CL", 2, 21m), ("V14", 1, 7m)], ignoreOrder: true);
        var receipt = (await host.As("leader-1").Get($"{cycle.ReportOf("T84-CL")}/versions/2/receipt")).Done();
        receipt.Said("sha256").ShouldBe(
            sources.EnumerateArray().Single(source => source.GetProperty("unit").GetString() == "T84-CL").GetProperty("sha256")
                .GetString());
        (await host.As("leader-1").Get($"{cycle.Path}/totals/VKSTC/figures/khong_co")).Refused(404, "field-unknown");
    }

    [Fact]
    public async Task The_centre_judges_no_district_without_saying_why_nor_one_province_anothers()
    {
        var cycle = await ACycle.Open(host, Units);
        (await cycle.Submit("T84-CL")).Done();
        var path = $"{cycle.ReportOf("T84-CL")}/accept";
        (await host.As("centre").Post(path, new { version = 1 })).Refused(422, "reason-missing");
        (await host.As("head-T01").Post(path, new { version = 1 })).Refused(403, "not-permitted");
        (await host.As("head-T84-CL").Post(path, new { version = 1 })).Refused(403, "not-permitted");
        (await host.As("head-T84").Post(path, new { version = 1 })).Done();
        (await host.As("head-T84").Post(path, new { version = 1 })).Refused(409, "report-accepted-already");
    }

    [Fact]
    public async Task Only_a_superior_adjusts_and_only_with_a_reason()
    {
        var cycle = await ACycle.Open(host, Units);
        (await cycle.Submit("T84-CL", AReport.Of("T84-CL").Adjusted("may_tinh", 1, "Thêm."))).Refused(422, "report-invalid")
            .RuleAt("/adjustments").ShouldBe("not-asked");
        (await cycle.Submit("T84", AReport.Of("T84").Adjusted("may_tinh", 1, " "))).Refused(422, "report-invalid")
            .RuleAt("/adjustments/0/reason").ShouldBe("required");
        (await cycle.Submit("T84", AReport.Of("T84").Adjusted("may_tinh", 0, "Không."))).Refused(422, "report-invalid")
            .RuleAt("/adjustments/0/amount").ShouldBe("out-of-range");
        (await cycle.Submit("T84", AReport.Of("T84").Adjusted("danh_gia_dau_tu", 1, "Thêm."))).Refused(422, "report-invalid")
            .RuleAt("/adjustments/0/field").ShouldBe("not-adjustable");
    }

    [Fact]
    public async Task Judging_another_version_than_the_newest_is_refused()
    {
        var cycle = await ACycle.Open(host, Units);
        (await cycle.Accept("V14")).Refused(409, "nothing-submitted");
        (await cycle.Submit("V14")).Done();
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/withdraw")).Done();
        (await cycle.Submit("V14")).Done();
        (await cycle.Accept("V14", 1)).Refused(412, "newer-version");
        (await cycle.Return("V14", "Sai.", 1)).Refused(412, "newer-version");
        (await cycle.Accept("V14", 3)).Refused(404, "version-unknown");
        (await cycle.Return("V14", "Sai.", 3)).Refused(404, "version-unknown");
        (await cycle.Return("V14", " ", 2)).Refused(422, "reason-missing");
        (await cycle.Return("V14", "Sai.", 2, "khong_co")).Refused(422, "report-invalid").RuleAt("/fields/0").ShouldBe("unknown-field");
    }
}
