using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Cycles;

public class Milestones_of_a_plan
{
    [Fact]
    public async Task Remind_those_whom_they_concern_also_after_the_publication()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, With(
            """{ "name": "Báo cáo tổng hợp toàn Ngành", "on": "2018-08-31", "concerns": [{ "name": "Cục 2", "mail": "c2@vks.example" }] }""",
            """{ "name": "Hội nghị tổng kết", "on": "2018-12-20", "remindDays": [-7], "concernsUnits": true }"""));
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");

        foreach (var morning in (DateTimeOffset[])[ACycle.At(8, 24), ACycle.At(8, 31), ACycle.At(12, 13), ACycle.At(12, 31)])
        {
            await host.Play(morning);
        }

        (await cycle.Mails()).Where(mail => mail.Kind == "MilestoneDue").Select(mail => (mail.To, mail.Subject.Split("): ")[0])).ShouldBe(
            [
                ("c2@vks.example", "[Nhắc việc] Báo cáo tổng hợp toàn Ngành (còn 7 ngày là đến hạn"),
                ("c2@vks.example", "[Nhắc việc] Báo cáo tổng hợp toàn Ngành (đến hạn hôm nay"),
                ("v14@vks.example", "[Nhắc việc] Hội nghị tổng kết (còn 7 ngày là đến hạn"),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Are_shown_with_the_cycle_without_addresses_to_a_unit()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, With(
            """{ "name": "Hội nghị tổng kết", "on": "2018-12-20", "concerns": [{ "name": "Cục 2", "mail": "c2@vks.example" }] }"""));

        var centre = (await host.As("centre").Get(cycle.Path)).Done()["milestones"][0];
        var unit = (await host.As("reporter-V14").Get(cycle.Path)).Done()["milestones"][0];

        centre.GetProperty("remindDays").EnumerateArray().Select(day => day.GetInt32()).ShouldBe([-7, 0]);
        centre.GetProperty("concerns")[0].GetProperty("mail").GetString().ShouldBe("c2@vks.example");
        unit.GetProperty("on").GetString().ShouldBe("2018-12-20");
        unit.TryGetProperty("concerns", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task That_nobody_is_reminded_of_or_that_come_before_the_plan_are_refused_at_their_place()
    {
        await using var host = await AHost.Start();

        var answer = await host.As("centre").Post("cycles", With(
            """{ "name": "Hội nghị", "on": "2018-12-20" }""",
            """{ "name": " ", "on": "2018-05-29", "remindDays": [0, -7], "concernsUnits": true }"""), Person.NewKey());

        answer.Status.ShouldBe(422);
        answer["errors"].EnumerateArray().Select(error => error.GetProperty("place").GetString()).ShouldBe(
            ["/milestones/0/concerns", "/milestones/1/name", "/milestones/1/on", "/milestones/1/remindDays"], ignoreOrder: true);
    }

    private static JsonObject With(params string[] milestones)
    {
        var terms = ACycle.Terms("V14");
        terms["milestones"] = new JsonArray([.. milestones.Select(each => JsonNode.Parse(each))]);
        return terms;
    }
}
