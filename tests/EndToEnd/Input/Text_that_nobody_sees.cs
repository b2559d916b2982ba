using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Input;

/// <summary>Zero-width characters and marks that turn the writing, in every text that people type.</summary>
public class Text_that_nobody_sees(AHost host) : IClassFixture<AHost>
{
    public static TheoryData<string> Unseen => ["\u200B", "\u202E", "\u2060", "\u2066", "\u00AD", "\u3164"];

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task Is_refused_alike(string unseen)
    {
        var text = $"Nội{unseen} dung";
        var cycle = await ACycle.Open(host, "V14", "T84", "T84-CL");
        var report = cycle.ReportOf("V14");
        (await host.As("reporter-V14").Put($"{report}/draft", AReport.Of("V14", (LongText, text)), "*"))
            .Refused(422, "report-invalid").RuleAt($"/answers/{LongText}").ShouldBe("control-character");
        (await cycle.Submit("V14", AReport.Of("V14", (LongText, unseen)))).Refused(422, "report-invalid");

        var terms = ACycle.Terms("V14");
        (terms["title"], terms["plan"]!["number"], terms["recipients"]![0]!["name"]) = (text, text, text);
        var wrong = (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(422, "cycle-invalid");
        foreach (var place in (string[])["/title", "/plan/number", "/recipients/0/name"])
        {
            wrong.RuleAt(place).ShouldBe("text");
        }

        foreach (var (path, body) in new (string, JsonObject)[]
        {
            ($"{cycle.Path}/close", new()), ($"{cycle.Path}/cancel", new()), ($"{cycle.Path}/corrections", new()),
            ($"{cycle.Path}/extensions", new() { ["units"] = new JsonArray("V14"), ["dueAt"] = "2018-08-20T16:00:00+07:00" }),
            ($"{cycle.Path}/exemptions", new() { ["units"] = new JsonArray("V14") }),
            ($"{report}/return", new() { ["version"] = 1 }),
        })
        {
            body["reason"] = text;
            (await host.As("centre").Post(path, body)).Refused(422, "reason-missing").Said("detail").ShouldContain("không nhìn thấy");
        }

        (await host.As("reporter-V14").Post("difficulties", new { area = "other", title = text, text }, Person.NewKey()))
            .Refused(422, "difficulty-invalid");
        (await host.As("head-V14").Post(
            "units/V14/delegations", new { person = "a", name = text, from = "2018-06-02", to = "2018-06-03", reason = "Đi họp." },
            Person.NewKey())).Refused(422, "delegation-invalid").RuleAt("/name").ShouldBe("required");
    }

    private static string LongText { get; } = AReport.Form.Fields.First(field => field.Required && field.Type.Bounds is null
        && field.Type is VksServerless.Forms.FieldType.Narrative).Code.ToString();
}
