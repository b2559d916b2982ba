using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Application.Units;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Units;

/// <summary>
/// The reform of 01/07/2025, applied over the API as an administrator would, with cycles before, in the midst of it and after.
/// </summary>
public class Changing_units
{
    private static readonly DateTimeOffset June = new(2025, 6, 20, 8, 0, 0, VietnamTime.Offset);
    private static readonly DateTimeOffset July = new(2025, 7, 2, 8, 0, 0, VietnamTime.Offset);

    [Fact]
    public async Task Of_2025_makes_34_provinces_of_63_from_its_day_on_and_not_before()
    {
        await using var host = await InJune();
        await Apply(host);

        var before = await ACycle.Open(host, Terms(July.AddDays(30)));
        (await Obliged(host, before)).Count.ShouldBe(63);

        await host.Play(July);
        var after = await ACycle.Open(host, Terms(July.AddDays(30)));
        var provinces = (await Obliged(host, after)).Keys.ToList();
        provinces.Count.ShouldBe(34);
        (await Obliged(host, before)).Count.ShouldBe(63, "a running cycle keeps its participants");

        var successors = (await host.As("inspector").Get("units/successions")).Done()["items"].EnumerateArray().ToList();
        var became = successors.ToLookup(
            entry => entry.GetProperty("predecessor").GetString()!, entry => entry.GetProperty("successor").GetString()!);
        foreach (var old in (await Obliged(host, before)).Keys)
        {
            provinces.ShouldContain(became[old].FirstOrDefault(old));
        }

        provinces.ShouldAllBe(unit => became.SelectMany(heirs => heirs).Contains(unit) || unit.Length == 3);
        var ofTraVinh = (await host.As("reporter-T84").Get("units/successions?unit=T84")).Done()["items"].EnumerateArray()
            .ShouldHaveSingleItem();
        ofTraVinh.GetProperty("text").GetString().ShouldBe(
            "Viện kiểm sát nhân dân tỉnh Trà Vinh (T84) hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025.");
        ofTraVinh.GetProperty("by").GetString().ShouldBe("Quản trị danh bạ (mẫu)");
        (await host.As("centre").Get("units/T84-CL")).Done().Said("superior").ShouldBe("T86-2025");
    }

    [Fact]
    public async Task Is_for_the_administrator_who_has_read_the_directory_and_once()
    {
        await using var host = await InJune();
        var (administrator, shipped) = (host.As("administrator"), await Shipped(host));
        var etag = (await administrator.Get("units?size=1")).Done().ETag;
        (await host.As("centre").Get("units/changes/2025-07-01")).Refused(403, "not-permitted");
        (await host.As("centre").Post("units/changes", shipped, etag: etag)).Refused(403, "not-permitted");
        (await administrator.Get("units/changes/2030-01-01")).Refused(404, "unit-change-unknown");
        (await administrator.Post("units/changes", shipped)).Refused(428, "if-match-missing");
        (await administrator.Post("units/changes", shipped, etag: "YWJj")).Refused(412, "directory-stale");
        var wrong = JsonNode.Parse(shipped)!.AsObject();
        wrong["successions"]![1]!["successor"] = "T99-2025";
        (await administrator.Post("units/changes", wrong, etag: etag)).Refused(422, "directory-invalid").RuleAt("/successions/1")
            .ShouldBe("unit-unknown");
        wrong["reason"] = " ";
        (await administrator.Post("units/changes", wrong, etag: etag)).Refused(422, "reason-missing");
        (await administrator.Get("units?size=1")).Done().ETag.ShouldBe(etag);

        var applied = (await administrator.Post("units/changes", shipped, etag: etag)).Done();

        applied["successions"].GetArrayLength().ShouldBe(53 + 9);
        (await administrator.Post("units/changes", shipped, etag: etag)).Refused(412, "directory-stale");
        (await administrator.Post("units/changes", shipped, etag: applied.ETag)).Refused(422, "directory-invalid");
    }

    [Fact]
    public async Task Survives_a_new_directory_file_that_keeps_to_it_and_no_other()
    {
        await using var host = await InJune();
        await Apply(host);
        var etag = (await host.As("administrator").Get("units?size=1")).Done().ETag;

        (await host.As("administrator")
            .Put(
                "units",
                new StringContent(
                    "code,name,level,superior,head,mails,valid_from,valid_to\nVKSTC,Viện kiểm sát nhân dân tối " +
                    "cao,sector,,,,2015-06-01,\n"),
                etag))
            .Refused(422, "directory-breaks-history");

        (await host.As("administrator").Get("units?size=1")).Done().ETag.ShouldBe(etag);
    }

    [Fact]
    public async Task In_a_running_cycle_exempts_who_ended_and_takes_in_their_successors()
    {
        await using var host = await InJune();
        var cycle = await ACycle.Open(host, Terms(July.AddDays(30)));
        (await cycle.Submit("T83")).Done();
        await Apply(host);
        await host.Play(July);

        var changed = (
            await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-07-01", reason = "Theo Nghị quyết 202." })).Done();
        await host.WhenQuiet();

        changed["unitChanges"][0].GetProperty("by").GetString().ShouldBe("Cán bộ Cục 2 (mẫu)");
        var obliged = await Obliged(host, cycle);
        obliged.Count.ShouldBe(63 + 23);
        obliged.Values.Count(state => state == "exempt").ShouldBe(51, "the merged provinces but Bến Tre, which has handed in");
        (obliged["T83"], obliged["T84"], obliged["T01"], obliged["T86-2025"]).ShouldBe(("submitted", "exempt", "owed", "owed"));
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC")).Done()["completeness"].GetProperty("expected").GetInt32().ShouldBe(35);
        var mails = await cycle.Mails();
        mails.Where(mail => mail.To == "t86-2025@vks.example").Select(mail => mail.Kind)
            .ShouldBe(["UnitObliged", "UnitsTakenOver"], ignoreOrder: true);
        mails.ShouldContain(mail => mail.To == "t84@vks.example" && mail.Subject.StartsWith("[Miễn", StringComparison.Ordinal));
        (await host.As("reporter-T84").Get(cycle.ReportOf("T84"))).Done()
            .Text.ShouldContain("đơn vị kế thừa: Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025). Theo Nghị quyết 202.");
        (await host.As("reporter-T84").Get(cycle.Path)).Done().Json.TryGetProperty("unitChanges", out _).ShouldBeFalse();
        (await host.As("centre").Get(cycle.Path)).Done()["unitChanges"][0].GetProperty("done").GetBoolean().ShouldBeTrue();

        var again = (await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-07-01", reason = "Lần nữa." })).Done();
        again["unitChanges"].GetArrayLength().ShouldBe(1);

        (await AsHeir(host).Post($"{cycle.ReportOf("T86-2025")}/submit", AReport.Of("T86"), Person.NewKey())).Done();
        (await host.As("centre").Post($"{cycle.ReportOf("T86-2025")}/accept", new { version = 1 })).Done();
        await host.WhenQuiet();
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC")).Done()["completeness"].GetProperty("accepted").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Entered_late_gives_the_districts_of_an_ended_province_to_its_successor()
    {
        await using var host = await AHost.Start();
        await host.SetClock(July);
        var terms = Terms(July.AddDays(30));
        terms["participants"] = new JsonObject { ["units"] = new JsonArray("T84", "T84-CL", "T84-TC") };
        var cycle = await ACycle.Open(host, terms);
        await Apply(host);
        (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(422, "cycle-invalid").RuleAt("/participants/units/0")
            .ShouldBe("unit-ended");
        (await cycle.Submit("T84-TC")).Done();
        var head = new Person(host, SamplePeople.HeadOf(Heir));
        (await head.Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Refused(403, "not-permitted");

        var changed = (
            await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-07-02", reason = "Theo Nghị quyết 202." })).Done();
        await host.WhenQuiet();

        changed["unitChanges"][0].GetProperty("joined")[0].GetString().ShouldBe("T86-2025");
        (await head.Get(cycle.ReportOf("T84-TC"))).Done();
        (await head.Get($"{cycle.Path}/totals/T84")).Done();
        (await host.As("head-T83").Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Refused(403, "not-permitted");
        (await head.Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Done();
        (await cycle.Submit("T84-CL")).Done();
        (await host.As("centre").Post($"{cycle.ReportOf("T84-CL")}/accept", new { version = 1 })).Done();
    }

    [Fact]
    public async Task In_a_cycle_is_the_centres_with_a_reason_while_it_is_open()
    {
        await using var host = await InJune();
        var cycle = await ACycle.Draft(host, Terms(July.AddDays(30)));
        (await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-06-20", reason = "Sớm." }))
            .Refused(409, "cycle-not-open");
        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await host.WhenQuiet();
        (await host.As("head-T84").Post($"{cycle.Path}/unit-changes", new { day = "2025-06-20", reason = "Tự ý." }))
            .Refused(403, "not-permitted");
        (await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-06-20" })).Refused(422, "reason-missing");
        (await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-07-01", reason = "Sớm." }))
            .Refused(422, "unit-change-day");
        (await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-06-20", reason = "Không có gì." }))
            .Done()["unitChanges"].GetArrayLength().ShouldBe(0);
    }

    private static async Task<AHost> InJune()
    {
        var host = await AHost.Start();
        await host.SetClock(June);
        return host;
    }

    private static JsonObject Terms(DateTimeOffset due)
    {
        var terms = ACycle.Terms();
        terms["participants"] = new JsonObject { ["levels"] = new JsonArray("province") };
        terms["deadlines"] = JsonSerializer.SerializeToNode(new { district = due, province = due, supreme = due });
        terms["closesAt"] = JsonValue.Create(due.AddDays(1));
        return terms;
    }

    private static async Task<string> Shipped(AHost host) => (await host.As("administrator").Get("units/changes/2025-07-01")).Done().Text;

    private static async Task Apply(AHost host)
    {
        (await host.As("administrator").Post(
            "units/changes", await Shipped(host), etag: (await host.As("administrator").Get("units?size=1")).Done().ETag)).Done();
        await host.Enrol(SamplePeople.ReporterOf(Heir), SamplePeople.HeadOf(Heir));
    }

    private static async Task<Dictionary<string, string>> Obliged(AHost host, ACycle cycle) =>
        (await host.As("centre").Get($"{cycle.Path}/obligations?size=1000")).Done()["items"].EnumerateArray()
            .ToDictionary(item => item.GetProperty("unit").GetString()!, item => item.GetProperty("state").GetString()!);

    private static Unit Heir { get; } =
        new(UnitCode.Of("T86-2025"), "VKSND tỉnh Vĩnh Long", UnitLevel.Province, UnitCode.Sector, "", [], new DateOnly(2025, 7, 1), null);

    private static Person AsHeir(AHost host) => new(host, SamplePeople.ReporterOf(Heir));
}
