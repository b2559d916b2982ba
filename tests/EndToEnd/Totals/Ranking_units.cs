namespace VksServerless.EndToEnd.Totals;

public class Ranking_units(AHost host) : IClassFixture<AHost>
{
    private static readonly string[] Units = ["T84", "T84-CL", "T84-CN", "T84-CK", "T84-TC", "T79"];

    [Fact]
    public async Task Lists_them_with_shared_ranks_to_those_who_read_everything()
    {
        var cycle = await Reported("xep-hang");

        var all = (await host.As("leader-1").Get($"{cycle.Path}/ranking/diem")).Done();
        all["units"].EnumerateArray()
            .Select(place => $"{place.GetProperty("rank")} {place.GetProperty("unit")} {place.GetProperty("value")}")
            .ShouldBe(["1 T84 95", "2 T84-CK 90", "3 T84-CL 80.5", "3 T84-CN 80.5"]);
        (all["ranked"].GetInt32(), all["first"].GetDecimal(), all["median"].GetDecimal(), all["last"].GetDecimal())
            .ShouldBe((4, 95, 85.25m, 80.5m));

        var districts = (await host.As("centre").Get($"{cycle.Path}/ranking/diem?level=district")).Done();
        districts["units"].EnumerateArray().Select(place => place.GetProperty("rank").GetInt32()).ShouldBe([1, 2, 2]);

        var fewest = (await host.As("centre").Get($"{cycle.Path}/ranking/rieng")).Done();
        fewest["units"].EnumerateArray().Select(place => place.GetProperty("unit").GetString()).ShouldBe(["T84-CN", "T84-CL"]);
    }

    [Fact]
    public async Task Shows_a_unit_its_own_place_among_its_like_and_nobody_elses_name()
    {
        var cycle = await Reported("xep-hang-rieng");

        var own = (await host.As("reporter-T84-CN").Get($"{cycle.Path}/ranking/diem")).Done();

        own["own"].GetProperty("rank").GetInt32().ShouldBe(2);
        own["ranked"].GetInt32().ShouldBe(3);
        own.Json.TryGetProperty("units", out _).ShouldBeFalse();
        own.Text.ShouldNotContain("T84-CK");
        (await host.As("head-T84-TC").Get($"{cycle.Path}/ranking/diem")).Done().Json.TryGetProperty("own", out _).ShouldBeFalse();
        (await host.As("head-T84-CN").Get($"{cycle.Path}/ranking/diem?level=province")).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Tells_a_unit_among_fewer_than_five_nothing_of_which_it_could_infer_what_another_has()
    {
        var cycle = await Reported("xep-hang-it", "T84-TV", "T84-TXDH");
        await cycle.Accepted("T84-TV", AForm.Of(70));
        var four = (await host.As("reporter-T84-CN").Get($"{cycle.Path}/ranking/diem")).Done();
        four["ranked"].GetInt32().ShouldBe(4);
        foreach (var figure in (string[])["first", "median", "last"])
        {
            four.Json.TryGetProperty(figure, out _).ShouldBeFalse(figure);
        }

        await cycle.Accepted("T84-TXDH", AForm.Of(60));

        var five = (await host.As("reporter-T84-CN").Get($"{cycle.Path}/ranking/diem")).Done();
        (five["ranked"].GetInt32(), five["first"].GetDecimal(), five["median"].GetDecimal(), five["last"].GetDecimal())
            .ShouldBe((5, 90, 80.5m, 60));
    }

    [Fact]
    public async Task Is_not_for_strangers_nor_by_what_is_not_ranked()
    {
        var cycle = await AForm.Open(host, "xep-hang-la", null, Units);

        (await host.As("reporter-T01").Get($"{cycle.Path}/ranking/diem")).Refused(403, "not-permitted");
        (await host.As("centre").Get($"{cycle.Path}/ranking/vu_viec")).Refused(404, "field-not-ranked");
        (await host.As("centre").Get($"{cycle.Path}/ranking/khong_co")).Refused(404, "field-unknown");
        (await host.As("centre").Get($"{cycle.Path}/ranking/diem?level=3")).Refused(400, "level-unknown");
        (await host.As("centre").Get($"{cycle.Path}/ranking/diem")).Done()["ranked"].GetInt32().ShouldBe(0);
    }

    /// <summary>Accepted of four, one without a score; what waits is not ranked.</summary>
    private async Task<ACycle> Reported(string form, params string[] further)
    {
        var cycle = await AForm.Open(host, form, null, [.. Units, .. further]);
        await cycle.Accepted("T84-CL", AForm.Of(80.5m, days: 4));
        await cycle.Accepted("T84-CN", AForm.Of(80.50m, days: 3));
        await cycle.Accepted("T84-CK", AForm.Of(90));
        await cycle.Accepted("T84", AForm.Of(95));
        await cycle.Accepted("T79", AForm.Of(null));
        (await cycle.Submit("T84-TC", AForm.Of(100))).Done();
        return cycle;
    }
}
