using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Cycles;

public class Deadlines_by_rule(AHost host) : IClassFixture<AHost>
{
    private Person Centre => host.As("centre");

    [Fact]
    public async Task Are_reckoned_once_and_shown_with_their_rules()
    {
        var key = Person.NewKey();
        var first = (await Centre.Post("cycles", Terms(), key)).Done();

        first["deadlines"].GetRawText().ShouldBe("""{"district":"2018-06-11T16:00:00+07:00","province":"2018-06-13T16:00:00+07:00","supreme":"2018-06-19T16:00:00+07:00"}""");
        first.Said("closesAt").ShouldBe("2018-06-26T17:00:00+07:00");
        first["reckoned"].GetProperty("province").GetRawText().ShouldBe("""{"after":"district","workingDays":2,"at":"16:00:00"}""");
        (await Centre.Get($"cycles/{first.Said("id")}")).Done().Text.ShouldBe(first.Text);

        // Whatever holidays are decreed afterwards, the cycle stays as it is, and asking again gives the first answer.
        var list = (await Centre.Get("calendars/2018")).Done();
        (await Centre.Put("calendars/2018", new { days = new[] { new { date = "2018-06-05", name = "Nghỉ đột xuất" } } }, list.ETag))
            .Done();
        (await Centre.Post("cycles", Terms(), key)).Done().Text.ShouldBe(first.Text);
        (await Centre.Put($"cycles/{first.Said("id")}", Terms(), first.ETag)).Done()["deadlines"].GetProperty("district").GetString()
            .ShouldBe("2018-06-12T16:00:00+07:00");
        (await Centre.Post("cycles", Terms(), key)).Done().Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task Are_in_the_description_of_the_interface()
    {
        var schemas = (await Centre.Get("openapi.json")).Done()["components"].GetProperty("schemas");
        JsonElement Named(JsonElement reference) => schemas.GetProperty(reference.GetProperty("$ref").GetString()!.Split('/')[^1]);
        var closing = Named(schemas.GetProperty("CycleBody").GetProperty("properties").GetProperty("closesAt")).GetProperty("oneOf")
            .EnumerateArray().ToList();
        closing[0].GetProperty("format").GetString().ShouldBe("date-time");
        Named(closing[1]).GetProperty("properties").GetProperty("after").GetProperty("enum").EnumerateArray()
            .Select(anchor => anchor.GetString())
            .ShouldBe(["period-end", "opening", "district", "province", "supreme"]);
    }

    [Fact]
    public async Task Of_a_cycle_that_names_another_need_that_one_to_be_there()
    {
        var before = await ACycle.Draft(host, ACycle.Terms("V14"));
        var terms = ACycle.Terms("V14");
        terms["previous"] = before.Id;
        terms["parts"] = new JsonArray(before.Id);
        var named = (await Centre.Post("cycles", terms, Person.NewKey())).Done();
        named.Said("previous").ShouldBe(before.Id);

        terms["previous"] = named.Said("id");
        (await Centre.Put($"cycles/{named.Said("id")}", terms, named.ETag)).Refused(422, "cycle-invalid").RuleAt("/previous")
            .ShouldBe("unknown-cycle");
    }

    private static JsonObject Terms()
    {
        var terms = ACycle.Terms("V14");
        terms["opensAt"] = "2018-06-04T08:00:00+07:00";
        terms["deadlines"] = new JsonObject
        {
            ["district"] = Rule("opening", 5),
            ["province"] = Rule("district", 2),
            ["supreme"] = Rule("province", 4)
        };
        terms["closesAt"] = Rule("supreme", 5, "17:00");
        return terms;
    }

    private static JsonObject Rule(string after, int workingDays, string at = "16:00") =>
        new() { ["after"] = after, ["workingDays"] = workingDays, ["at"] = at };
}
