namespace VksServerless.EndToEnd.Totals;

public class Comparing_with_an_earlier_cycle(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Shows_both_figures_the_change_and_of_how_many_units_each_is()
    {
        var earlier = await AForm.Open(host, "ky-truoc", null, "T84", "T84-CL", "T84-CN");
        await earlier.Accepted("T84-CL", AForm.Of(60, cases: 8));
        await earlier.Accepted("T84-CN", AForm.Of(null, cases: 0));
        var cycle = await AForm.Open(host, "ky-truoc", earlier.Id, "T84", "T84-CL", "T84-CN");
        await cycle.Accepted("T84-CL", AForm.Of(75.5m, cases: 6));
        await cycle.Accepted("T84-CN", AForm.Of(null, cases: 4));
        await cycle.Accepted("T84", AForm.Of(null, cases: 1));

        var compared = (await host.As("head-T84").Get($"{cycle.Path}/totals/T84/comparison")).Done();

        Line(compared, "vu_viec").ShouldBe("11 8 3 37.5 3 2");
        Line(compared, "diem").ShouldBe("75.5 60 15.5 25.83 1 1");
        compared["now"].GetProperty("completeness").GetProperty("accepted").GetInt32().ShouldBe(3);
        compared["then"].GetProperty("completeness").GetProperty("accepted").GetInt32().ShouldBe(2);
        compared["then"].GetProperty("cycle").GetString().ShouldBe(earlier.Id);

        // Against nothing there is no percentage.
        Line((await host.As("reporter-T84-CN").Get($"{cycle.Path}/totals/T84-CN/comparison?with={earlier.Id}")).Done(), "vu_viec")
            .ShouldBe("4 0 4 - 1 1");
    }

    [Fact]
    public async Task Needs_a_cycle_that_is_there_for_whoever_asks()
    {
        var cycle = await ACycle.Open(host, "T84", "T84-CL");
        var draft = await ACycle.Draft(host, ACycle.Terms("T84"));

        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC/comparison")).Refused(404, "nothing-to-compare");
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC/comparison?with=abc")).Refused(404, "cycle-unknown");
        (await host.As("leader-1").Get($"{cycle.Path}/totals/VKSTC/comparison?with={draft.Id}")).Refused(404, "cycle-unknown");
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC/comparison?with={draft.Id}")).Done()["then"]
            .TryGetProperty("completeness", out _).ShouldBeFalse();
        (await host.As("head-T84-CL").Get($"{cycle.Path}/totals/T84/comparison?with={cycle.Id}")).Refused(403, "not-permitted");
    }

    private static string Line(Answer compared, string field)
    {
        var figure = compared["figures"].EnumerateArray().Single(one => one.GetProperty("field").GetString() == field);
        return string.Join(' ', ((string[])["now", "then", "change", "percent", "unitsNow", "unitsThen"]).Select(name =>
            figure.TryGetProperty(name, out var value) ? value.GetRawText() : "-"));
    }
}
