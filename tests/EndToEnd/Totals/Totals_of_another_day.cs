using System.Text.Json;

namespace VksServerless.EndToEnd.Totals;

public class Totals_of_another_day(AHost host) : IClassFixture<AHost>
{
    private static readonly string[] Units = ["T84", "T84-CL", "T84-CN", "V14"];

    [Fact]
    public async Task Stay_as_they_were_when_an_accepted_report_is_returned_and_mended()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 7)));
        var before = await NextDay();
        (await cycle.Return("T84-CL", "Nhầm.")).Done();
        var between = await NextDay();
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 21)));

        (await Total(cycle, "VKSTC", $"?asOf={before}")).ShouldBe(27);
        (await Total(cycle, "T84", $"?asOf={before}")).ShouldBe(20);
        (await Total(cycle, "VKSTC", $"?asOf={between}")).ShouldBe(7);
        (await Total(cycle, "VKSTC", "")).ShouldBe(28);
        var then = (await host.As("leader-1").Get($"{cycle.Path}/totals/VKSTC?asOf={before}")).Done();
        then["completeness"].GetProperty("accepted").GetInt32().ShouldBe(2);
        then["completeness"].GetProperty("expected").GetInt32().ShouldBe(4);
        var sources = (await host.As("leader-1").Get($"{cycle.Path}/totals/VKSTC/figures/may_tinh?asOf={before}")).Done().Json;
        sources.EnumerateArray().Select(source => (source.GetProperty("unit").GetString(), source.GetProperty("version").GetInt32()))
            .ShouldBe([("T84-CL", 1), ("V14", 1)]);
    }

    [Fact]
    public async Task As_of_now_are_what_the_live_tree_says()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        await cycle.Accepted("T84-CN", AReport.Of("T84-CN", ("may_tinh", 9)));
        await cycle.Accepted("T84", AReport.Of("T84", ("may_tinh", 50)).Adjusted("may_tinh", -4, "Máy hỏng đã thanh lý."));
        (await cycle.Submit("V14")).Done();
        await host.WhenQuiet();

        foreach (var node in (string[])["VKSTC", "T84", "T84-CL"])
        {
            var live = (await host.As("centre").Get($"{cycle.Path}/totals/{node}")).Done().Json;
            var then = (await host.As("centre").Get($"{cycle.Path}/totals/{node}?asOf={await NextDay()}")).Done().Json;
            JsonElement.DeepEquals(then, live).ShouldBeTrue($"{live}\n{then}");
        }
    }

    [Fact]
    public async Task As_handed_in_count_what_waits_but_not_what_was_taken_back()
    {
        var cycle = await ACycle.Open(host, Units);
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        (await cycle.Submit("T84-CN", AReport.Of("T84-CN", ("may_tinh", 9)))).Done();
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 7)))).Done();
        (await Total(cycle, "VKSTC", "?as=submitted")).ShouldBe(36);
        (await Total(cycle, "VKSTC", "?as=accepted")).ShouldBe(20);

        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/withdraw")).Done();
        (await cycle.Return("T84-CN", "Kiểm tra lại.")).Done();

        (await Total(cycle, "VKSTC", "?as=submitted")).ShouldBe(29);
        (await Total(cycle, "VKSTC", "")).ShouldBe(20);
    }

    [Theory]
    [InlineData("as=draft")]
    [InlineData("asOf=yesterday")]
    [InlineData("asOf=2026-03-01")]
    [InlineData("asOf=2026-03-01T00:00:00")]
    public async Task Are_refused_when_nobody_can_tell_which_are_meant(string query)
    {
        var cycle = await ACycle.Open(host, Units);

        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC?{query}")).Refused(400, "basis-unknown");
    }

    [Fact]
    public async Task Are_no_ones_business_who_may_not_read_the_totals()
    {
        var cycle = await ACycle.Open(host, Units);

        (await host.As("head-T84").Get($"{cycle.Path}/totals/VKSTC?as=submitted")).Refused(403, "not-permitted");
        (await host.As("head-T84").Get($"{cycle.Path}/totals/T84?as=submitted")).Done();
        (await host.As("reporter-T84-CL").Get($"{cycle.Path}/totals/T84/figures/may_tinh?as=submitted")).Refused(403, "not-permitted");
    }

    private async Task<decimal> Total(ACycle cycle, string unit, string query) =>
        (await host.As("centre").Get($"{cycle.Path}/totals/{unit}{query}")).Done()["figures"].GetProperty("may_tinh").GetProperty("total")
            .GetDecimal();

    /// <summary>The instant an hour from now, after which an hour more passes.</summary>
    private async Task<string> NextDay()
    {
        await host.WhenQuiet();
        var instant = host.Clock.GetUtcNow().AddHours(1).ToOffset(VietnamTime.Offset);
        await host.Play(instant.AddHours(1));
        return instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
    }
}
