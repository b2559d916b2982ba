using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Input;

/// <summary>"17:00" alone is another hour on a host in another zone: it is refused at its place, in every body and query.</summary>
public class Instants_without_an_offset(AHost host) : IClassFixture<AHost>
{
    public static TheoryData<string> Wrong => ["2018-07-20T16:00:00", "2018-07-20", "2018-07-20T16:00"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Are_refused_where_they_stand(string instant)
    {
        var terms = ACycle.Terms("V14");
        (terms["closesAt"], terms["opensAt"]) = (instant, instant);
        terms["deadlines"]!["district"] = instant;
        var refused = (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(400, "body-malformed");
        foreach (var place in (string[])["/closesAt", "/opensAt", "/deadlines/district"])
        {
            refused.RuleAt(place).ShouldBe("wrong-type");
        }

        var cycle = await ACycle.Open(host, "V14");
        (await host.As("centre").Post(
            $"{cycle.Path}/extensions", new { units = new[] { "V14" }, dueAt = instant, closesAt = instant, reason = "Lũ." }))
            .Refused(400, "body-malformed").RuleAt("/dueAt").ShouldBe("wrong-type");
        (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC?asOf={instant}")).Status.ShouldBe(400);
        var difficulty = (await host.As("reporter-V14").Post("difficulties", new { area = "other", title = "Thiếu máy" }, Person.NewKey()))
            .Done().Said("id");
        (await host.As("centre").Post(
            $"difficulties/{difficulty}/assign", new JsonObject { ["unit"] = "C2", ["dueAt"] = instant }, etag: "1"))
            .Refused(400, "body-malformed").RuleAt("/dueAt").ShouldBe("wrong-type");
    }
}
