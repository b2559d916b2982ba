namespace VksServerless.EndToEnd.Calendars;

public class The_calendars
{
    [Fact]
    public async Task Are_shipped_and_read_by_everyone()
    {
        await using var host = await AHost.Start();
        var years = (await host.As("reporter-T84").Get("calendars")).Done().Json;
        years.EnumerateArray().Select(year => year.GetProperty("year").GetInt32()).ShouldBe([2018, 2023, 2024, 2025, 2026, 2027]);
        (await host.As("operator").Get("calendars/2026")).Done()["days"][0].GetProperty("name").GetString().ShouldBe("Tết Dương lịch");
        (await host.As("operator").Get("calendars/2019")).Refused(404, "calendar-unknown");
        (await host.As("operator").Get("calendars/nam-nay")).Refused(404, "calendar-unknown");
    }

    [Fact]
    public async Task Are_put_by_the_administrator_and_the_centre_who_have_read_them()
    {
        await using var host = await AHost.Start();
        var (administrator, centre, list) =
            (host.As("administrator"), host.As("centre"), new { days = new[] { new { date = "2019-01-01", name = "Tết Dương lịch" } } });
        (await host.As("reporter-T84").Put("calendars/2019", list, "*")).Refused(403, "not-permitted");
        (await centre.Put("calendars/2019", list, null)).Refused(428, "if-match-missing");
        var first = (await centre.Put("calendars/2019", list, "*")).Done();
        first.Said("putBy").ShouldBe(centre.Who.Name);
        (await administrator.Put("calendars/2019", list, "*")).Refused(412, "calendar-stale");
        (await administrator.Put("calendars/2019", list, first.ETag)).Done();
        (await administrator.Put("calendars/2019", list, first.ETag)).Refused(412, "calendar-stale");
        (await centre.Get("calendars/2019")).Done().Said("putBy").ShouldBe(administrator.Who.Name);
    }

    [Fact]
    public async Task That_are_shipped_are_replaced_only_by_who_has_read_them()
    {
        await using var host = await AHost.Start();
        var (centre, list) = (host.As("centre"), new { days = new[] { new { date = "2018-01-01", name = "Tết Dương lịch" } } });
        (await centre.Put("calendars/2018", list, "*")).Refused(412, "calendar-stale");
        (await centre.Put("calendars/2018", list, (await centre.Get("calendars/2018")).ETag)).Done();
        (await centre.Get("calendars/2018")).Done()["days"].GetArrayLength().ShouldBe(1);
        (await centre.Get("calendars")).Done().Json.GetArrayLength().ShouldBe(6);
    }

    [Fact]
    public async Task That_are_wrong_are_refused_at_their_place()
    {
        await using var host = await AHost.Start();
        var wrong = new { days = new[] { new { date = "2020-01-01", name = "Tết" }, new { date = "2019-01-01", name = "" } } };
        var refused = (await host.As("centre").Put("calendars/2019", wrong, "*")).Refused(422, "calendar-invalid");
        (refused.RuleAt("/days/0/date"), refused.RuleAt("/days/1/name")).ShouldBe(("out-of-range", "text"));
        (await host.As("centre").Put("calendars/1999", wrong, "*")).Refused(404, "calendar-unknown");
        (await host.As("centre").Put("calendars/2019", "{\"days\":[{\"date\":\"2019-01-01\"}]}", "*")).Refused(400, "body-malformed")
            .RuleAt("/days/0/name").ShouldBe("required");
    }
}
