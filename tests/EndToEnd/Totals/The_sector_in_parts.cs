namespace VksServerless.EndToEnd.Totals;

public class The_sector_in_parts(AHost host) : IClassFixture<AHost>
{
    private static readonly string[] Units = ["T84", "T84-CL", "T84-CN", "T79", "V14"];

    [Theory]
    [InlineData("tier", "district=29", "province=58", "supreme=7")]
    [InlineData("level", "department=7", "province=58", "district=29")]
    [InlineData("province", "T79=8", "T84=79", "V14=7")]
    public async Task Adds_up_to_the_whole(string by, params string[] parts)
    {
        var cycle = await Reported();

        var breakdown = (await host.As("inspector").Get($"{cycle.Path}/breakdown?by={by}&field=may_tinh")).Done().Json.EnumerateArray()
            .ToList();

        breakdown.Select(part => $"{part.GetProperty("part")}={part.GetProperty("figures").GetProperty("may_tinh").GetProperty("total")}")
            .ShouldBe(parts);
        breakdown.Sum(part => part.GetProperty("completeness").GetProperty("accepted").GetInt32()).ShouldBe(5);
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(94);
    }

    [Fact]
    public async Task Is_for_those_who_read_everything()
    {
        var cycle = await ACycle.Open(host, Units);

        (await host.As("head-T84").Get($"{cycle.Path}/breakdown?by=tier")).Refused(403, "not-permitted");
        (await host.As("centre").Get($"{cycle.Path}/breakdown?by=colour")).Refused(400, "breakdown-unknown");
        (await host.As("centre").Get($"{cycle.Path}/breakdown")).Refused(400, "breakdown-unknown");
        (await host.As("centre").Get($"{cycle.Path}/breakdown?by=tier&field=khong_co")).Refused(404, "field-unknown");
    }

    private async Task<ACycle> Reported()
    {
        var cycle = await ACycle.Open(host, Units);
        foreach (var (unit, count) in (IEnumerable<(string, int)>)[("T84-CL", 20), ("T84-CN", 9), ("T84", 50), ("T79", 8), ("V14", 7)])
        {
            await cycle.Accepted(unit, AReport.Of(unit, ("may_tinh", count)));
        }

        return cycle;
    }
}
