using System.Text.Json;

namespace VksServerless.EndToEnd.Cycles;

public class While_a_publication_is_corrected
{
    [Fact]
    public async Task What_was_published_is_what_reports_are_prefilled_from_and_compared_with()
    {
        await using var host = await AMonth.InWinter();
        var january = await AMonth.Published(host, AMonth.Terms("2018-01-01", "2018-01-31"), 100, 40);
        var february = await ACycle.Open(host, AMonth.Terms("2018-02-01", "2018-02-28", january.Id));
        var quarter = await ACycle.Open(host, AMonth.Terms("2018-01-01", "2018-03-31", null, january.Id));
        await AMonth.Corrected(host, january);

        (await february.Submit("T84", AMonth.Of(1000))).RuleAt("/explanations/bien_dong").ShouldBe("unexplained");
        (await quarter.Submit("T84", AMonth.Of(999))).RuleAt("/answers/moi").ShouldBe("tong_ky");
        (await host.As("reporter-T84").Get($"{february.ReportOf("T84")}/prefill")).Done()["answers"].GetProperty("moi").GetInt32()
            .ShouldBe(100);
        await february.Accepted("T84", AMonth.Of(100));
        await february.Accepted("T83", AMonth.Of(40));
        var compared = (await host.As("centre").Get($"{february.Path}/totals/VKSTC/comparison")).Done();
        compared["figures"][0].GetProperty("then").GetInt32().ShouldBe(140);
        compared["then"].GetProperty("completeness").GetProperty("accepted").GetInt32().ShouldBe(2);
        (await host.As("centre").Get($"{january.Path}/ranking/moi")).Done()["units"].EnumerateArray()
            .Select(unit => unit.GetProperty("unit").GetString()).ShouldBe(["T84", "T83"]);
        (await january.TotalOf("VKSTC", "moi")).ShouldBe(40, "those who correct it see how far they are");
    }

    [Fact]
    public async Task A_report_that_was_handed_in_is_asked_again_when_the_correction_is_published()
    {
        await using var host = await AMonth.InWinter();
        var january = await AMonth.Published(host, AMonth.Terms("2018-01-01", "2018-01-31"), 100, 40);
        var february = await ACycle.Open(host, AMonth.Terms("2018-02-01", "2018-02-28", january.Id));
        var quarter = await ACycle.Open(host, AMonth.Terms("2018-01-01", "2018-03-31", null, january.Id));
        (await february.Submit("T84", AMonth.Of(110))).Done();
        (await quarter.Submit("T84", AMonth.Of(100))).Done();
        (await Rules(host, february)).GetProperty("queries").GetArrayLength().ShouldBe(0);
        await AMonth.Corrected(host, january);
        (await Rules(host, february)).GetProperty("queries").GetArrayLength().ShouldBe(0);

        await AMonth.PublishedAgain(host, january, 10);

        (await Rules(host, february)).GetProperty("queries")[0].GetProperty("rule").GetString().ShouldBe("bien_dong");
        (await Rules(host, quarter)).GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("tong_ky");
        (await quarter.Accept("T84")).Refused(409, "report-rules-broken");
        (await quarter.Return("T84", "Số tháng 01 đã đính chính.")).Done();
        (await quarter.Submit("T84", AMonth.Of(10))).Done();
        (await quarter.Accept("T84", 2)).Done();
    }

    private static async Task<JsonElement> Rules(AHost host, ACycle cycle) =>
        (await host.As("centre").Get($"{cycle.ReportOf("T84")}/versions/1/review")).Done()["rules"];
}
