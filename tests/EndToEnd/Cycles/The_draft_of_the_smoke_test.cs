namespace VksServerless.EndToEnd.Cycles;

/// <summary>After a deployment <c>bicep/hooks/smoke</c> drafts this cycle and discards it.</summary>
public class The_draft_of_the_smoke_test(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Is_taken_and_discarded_and_nobody_is_told()
    {
        var centre = host.As("centre");
        var draft = File.ReadAllText(Path.Combine(TheHouse.Root, "bicep/hooks/draft.json"));
        var cycle = (await centre.Post("cycles", draft, Person.NewKey())).Done();
        cycle.Text.ShouldContain("\"phase\":\"draft\"");
        (await centre.Get("cycles?size=200")).Done().Text.ShouldContain($"{{\"id\":\"{cycle.Said("id")}\"", customMessage: "smoke looks for it");

        var discarded = (await centre.Post($"cycles/{cycle.Said("id")}/cancel", """{ "reason": "Smoke test" }""")).Done();

        discarded.Text.ShouldContain("\"phase\":\"cancelled\"");
        await host.WhenQuiet();
        (await centre.Get("mails")).Done()["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Is_for_the_centre_and_not_for_the_administrator()
    {
        var draft = File.ReadAllText(Path.Combine(TheHouse.Root, "bicep/hooks/draft.json"));

        (await host.As("administrator").Post("cycles", draft, Person.NewKey())).Refused(403, "not-permitted");
    }
}
