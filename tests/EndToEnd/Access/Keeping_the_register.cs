using System.Net.Http.Headers;
using System.Text;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Access;

/// <summary>The administrator keeps who has which post; what a token says of it counts for nothing.</summary>
public class Keeping_the_register
{
    private const string Heading = "person,name,mail,role,unit,from,to,in_place_of";
    private const string An = "an,Trần Văn An (mẫu),an@vks.example,unit-head,T84,2018-01-01,,";
    private const string Binh = "binh,Lê Thị Bình (mẫu),,unit-reporter,T84,2018-01-01,,";

    [Fact]
    public async Task Is_comparing_first_and_writing_what_was_compared()
    {
        await using var host = await AHost.Start();
        var first = (await Put(host, "*", An, Binh)).Done();
        var difference = (await Put(
            host, first.ETag!, "?dryRun=true", An.Replace("An (mẫu)", "Ân (mẫu)", StringComparison.Ordinal))).Done();
        (difference["changed"].GetInt32(), difference["gone"].GetInt32(), difference["added"].GetInt32()).ShouldBe((1, 1, 0));
        difference["changes"].EnumerateArray().Select(change => (
            change.GetProperty("name").GetString(), change.GetProperty("kind").GetString(), change.GetProperty("what")[0].GetString()))
            .ShouldBe(
            [
                ("Lê Thị Bình (mẫu)", "gone", "Bỏ: Cán bộ tổng hợp của T84 từ 01/01/2018, không thời hạn."),
                ("Trần Văn Ân (mẫu)", "changed", "Họ tên: Trần Văn An (mẫu) → Trần Văn Ân (mẫu)."),
            ]);
        (await host.As("administrator").Get("people")).Done()["items"].GetArrayLength().ShouldBe(2);

        var second = (await Put(host, difference.ETag!, An)).Done();

        (await Put(host, first.ETag!, Binh)).Refused(412, "people-stale");
        (await Put(host, "*", Binh)).Refused(412, "people-stale");
        (await Put(host, first.ETag!, "?dryRun=true", Binh)).Refused(412, "people-stale");
        (await Put(host, second.ETag!, "?dryRun=1", Binh)).Refused(400, "dry-run-invalid");
        var listed = (await host.As("administrator").Get("people")).Done();
        (listed.ETag, listed["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString()).ShouldBe((second.ETag, "an"));
    }

    [Fact]
    public async Task Is_told_every_fault_at_its_line()
    {
        await using var host = await AHost.Start();

        var refused = (await Put(host, "*", An, "binh,,,king,T999,2018-01-01,,")).Refused(422, "people-invalid");

        refused["errors"].EnumerateArray()
            .Select(error => (error.GetProperty("place").GetString(), error.GetProperty("rule").GetString()))
            .ShouldBe([("line 3", "name"), ("line 3", "role"), ("line 3", "unit-unknown")]);
        (await host.As("administrator").Put("people", new StringContent("x"), "*")).Refused(400, "people-unreadable");
        (await host.As("administrator").Put("people", new StringContent("x"))).Refused(428, "if-match-missing");
    }

    [Fact]
    public async Task Shows_mails_to_the_administrator_alone()
    {
        await using var host = await AHost.Start();
        (await Put(host, "*", An, Binh)).Done();

        (await host.As("administrator").Get("people")).Text.ShouldContain("an@vks.example");
        foreach (var reader in (string[])["centre", "inspector"])
        {
            var seen = (await host.As(reader).Get("people?size=1")).Done();
            seen.Text.ShouldNotContain("an@vks.example");
            seen["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("posts")[0].GetProperty("unit").GetString().ShouldBe("T84");
            (await host.As(reader).Get($"people?size=1&continuation={seen.Said("continuation")}")).Done().Text.ShouldContain("binh");
        }
    }

    [Fact]
    public async Task Lets_who_has_several_posts_choose_one_for_each_request()
    {
        await using var host = await AHost.Start();
        await host.Enrol("chi", "Vũ Thị Chi (mẫu)", "unit-head@T84", "unit-reporter@T01");
        var (unchosen, head, reporter, other) = (
            host.InPost("chi", "", "unit-head@T84"), host.InPost("chi", "", "unit-head@T84"), host.InPost("chi", "", "unit-reporter@T01"),
            host.InPost("chi", "", "centre@C2"));
        unchosen = new Person(host, unchosen.Who);

        (await unchosen.Get("cycles")).Refused(403, "post-needed").Said("detail").ShouldSatisfyAllConditions(
            detail => detail.ShouldContain("unit-head@T84 (Thủ trưởng đơn vị, T84)"), detail => detail.ShouldContain("unit-reporter@T01"));
        (await other.Get("cycles")).Refused(403, "post-not-held").Said("detail").ShouldContain("unit-head@T84");
        (await unchosen.Get("people/me")).Done()["posts"].EnumerateArray().Select(post => post.GetProperty("post").GetString())
            .ShouldBe(["unit-head@T84", "unit-reporter@T01"]);
        (await head.Get("units/T84/delegations")).Done();
        (await reporter.Get("units/T84/delegations")).Refused(403, "not-permitted");
        (await reporter.Get("cycles")).Done();
    }

    [Fact]
    public async Task Takes_effect_with_the_next_request_and_at_the_end_of_a_day()
    {
        await using var host = await AHost.Start();
        var etag = (await Put(host, "*", An, "binh,Lê Thị Bình (mẫu),,unit-head,T84,2018-06-01,2018-06-01,an")).Done().ETag!;
        var binh = new Person(host, host.InPost("binh", "", "unit-head@T84").Who);
        (await binh.Get("people/me")).Done().Said("name").ShouldBe("Lê Thị Bình (mẫu)");

        await host.SetClock(ACycle.At(6, 2, 0).AddTicks(-1));
        (await binh.Get("units/T84/delegations")).Done();
        await host.SetClock(ACycle.At(6, 2, 0));
        (await binh.Get("units/T84/delegations")).Refused(403, "person-unknown-here");

        (await Put(host, etag, An, Binh)).Done();
        (await binh.Get("people/me")).Done()["posts"][0].GetProperty("post").GetString().ShouldBe("unit-reporter@T84");
    }

    [Fact]
    public async Task Begins_with_the_administrator_of_the_settings_until_the_register_names_one()
    {
        await using var host = await AHost.Start(settings: new Dictionary<string, string?> { ["People:Administrator"] = "an" });
        var an = new Person(host, host.InPost("an", "", "administrator@C2").Who);
        (await an.Get("people")).Refused(403, "person-unknown-here");

        var etag = (await Put(host, "*", Binh)).Done().ETag!;

        (await an.Get("people/me")).Done()["posts"][0].GetProperty("post").GetString().ShouldBe("administrator@C2");
        var written = (await an.Put("people", Csv(An, "quan-tri,Quản trị (mẫu),,administrator,C2,2018-01-01,,"), etag)).Done();
        (await an.Get("people")).Refused(403, "not-permitted");
        (await an.Put("people", Csv(An), written.ETag)).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Goes_by_the_claim_that_the_settings_name()
    {
        await using var host = await AHost.Start(settings: new Dictionary<string, string?> { ["Identity:PersonClaim"] = "name" });
        (await host.As("administrator").Get("people")).Refused(403, "person-unknown-here");

        var named = new Person(host, new SamplePerson("anybody", "centre", "centre", UnitCode.Of("C2")));
        (await named.Get("people/me")).Done().Said("name").ShouldBe("Cán bộ Cục 2 (mẫu)");
    }

    private static Task<Answer> Put(AHost host, string etag, params string[] lines) =>
        host.As("administrator").Put(
            $"people{(lines[0] is ['?', ..] ? lines[0] : "")}", Csv([.. lines.Where(line => line is not ['?', ..])]), etag);

    private static ByteArrayContent Csv(params string[] lines)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', [Heading, .. lines])));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }
}
