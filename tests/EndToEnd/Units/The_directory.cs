using System.Net.Http.Headers;
using System.Text;

namespace VksServerless.EndToEnd.Units;

public class The_directory(AHost host) : IClassFixture<AHost>
{
    private const string Heading = "code,name,level,superior,head,mails,valid_from,valid_to\n";
    private const string Sector = "VKSTC,Viện kiểm sát nhân dân tối cao,sector,,Viện trưởng,vkstc@vks.example,2015-06-01,\n";

    private Person Administrator => host.As("administrator");

    [Fact]
    public async Task Names_every_wrong_line_and_stays_as_it_was()
    {
        var before = (await Administrator.Get("units?size=1000")).Done();
        var answer = (await Administrator.Put("units",
            Csv(Heading + Sector + "v14,Vụ 14,department,VKSTC,,,2015-06-01,\nT84,,province,XX,,not-a-mail,2015-06-01,\nV15,=1+1,department,VKSTC,,,2015-06-01,\n"), before.ETag))
            .Refused(422, "directory-invalid");
        answer["errors"].EnumerateArray().Select(error => error.GetProperty("place").GetString()).Distinct()
            .ShouldBe(["line 3", "line 4", "line 5"]);
        (await Administrator.Put("units", Csv("code;name\n"), before.ETag)).Refused(400, "directory-unreadable");
        (await Administrator.Put("units", Csv(new string('a', 6 * 1024 * 1024)), before.ETag)).Refused(413, "directory-too-large");
        (await Administrator.Get("units?size=1000")).Done().Bytes.ShouldBe(before.Bytes);
    }

    [Fact]
    public async Task Is_changed_by_its_administrator_who_has_read_it()
    {
        await using var own = await AHost.Start();
        var administrator = own.As("administrator");
        var etag = (await administrator.Get("units?size=1")).Done().ETag!;
        var next = Heading + Sector + "V14,Vụ 14 mới,department,VKSTC,,v14@vks.example,2015-06-01,\n";
        (await own.As("centre").Put("units", Csv(next), etag)).Refused(403, "not-permitted");
        (await administrator.Put("units", Csv(next), null)).Refused(428, "if-match-missing");
        (await administrator.Put("units", Csv(next), "YWJj")).Refused(412, "directory-stale");
        (await administrator.Put("units", Csv(next), etag)).Done()["units"].GetInt32().ShouldBe(2);
        (await administrator.Put("units", Csv(next), etag)).Refused(412, "directory-stale");
        (await administrator.Get("units/V14")).Done().Said("name").ShouldBe("Vụ 14 mới");
    }

    [Fact]
    public async Task Says_what_a_file_or_a_change_would_alter_and_writes_nothing_when_it_is_only_tried()
    {
        await using var own = await AHost.Start();
        var administrator = own.As("administrator");
        var before = (await administrator.Get("units?size=1000")).Done();
        var next = Heading + Sector + "V14,Vụ 14 mới,department,VKSTC,,v14@vks.example,2015-06-01,\n";

        var tried = (await administrator.Put("units?dryRun=true", Csv(next), before.ETag)).Done();
        (tried["units"].GetInt32(), tried["added"].GetInt32(), tried["changed"].GetInt32(), tried["gone"].GetInt32()).ShouldBe((2, 0, 2, 86));
        tried.ETag.ShouldBe(before.ETag);
        var shipped = (await administrator.Get("units/changes/2025-07-01")).Done().Text;
        (await administrator.Post("units/changes?dryRun=true", shipped, etag: before.ETag)).Done()["successions"].GetArrayLength()
            .ShouldBeGreaterThan(50);
        (await administrator.Put("units?dryRun=1", Csv(next), before.ETag)).Refused(400, "dry-run-invalid");

        (await administrator.Get("units?size=1000")).Done().Bytes.ShouldBe(before.Bytes);
    }

    [Fact]
    public async Task Shows_addresses_only_to_those_who_keep_it()
    {
        (await host.As("reporter-T84").Get("units?size=1000")).Done().Text.ShouldNotContain("@vks.example");
        (await Administrator.Get("units/T84")).Done()["mails"][0].GetString().ShouldBe("t84@vks.example");
    }

    [Theory]
    [InlineData("units", 7)]
    [InlineData("mails", 1)]
    [InlineData("cycles", 2)]
    public async Task And_all_other_lists_come_in_pages_that_lose_and_repeat_nothing(string list, int size)
    {
        for (var number = 0; number < 3; number++)
        {
            await ACycle.Open(host, "V14", "T84");
        }

        var whole = (await host.As("centre").Get($"{list}?size=200")).Done()["items"].EnumerateArray().Select(item => item.GetRawText())
            .ToList();
        var paged = new List<string>();
        string? continuation = null;
        do
        {
            var page = (await host.As("centre").Get($"{list}?size={size}{(continuation is null ? "" : $"&continuation={continuation}")}"))
                .Done();
            page["items"].GetArrayLength().ShouldBeLessThanOrEqualTo(size);
            paged.AddRange(page["items"].EnumerateArray().Select(item => item.GetRawText()));
            continuation = page.Json.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        paged.ShouldBe(whole);
    }

    private static ByteArrayContent Csv(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }
}
