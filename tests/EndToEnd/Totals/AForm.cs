using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Totals;

/// <summary>A short form by which units are ranked, and a cycle that asks it.</summary>
internal static class AForm
{
    public static async Task<ACycle> Open(AHost host, string code, string? previous, params string[] units)
    {
        var form = JsonNode.Parse($$"""
            {
              "code": "{{code}}", "version": 1, "title": "Điểm của đơn vị",
              "sections": [{ "code": "chung", "number": "I", "title": "Chung", "fields": [
                { "code": "diem", "label": "Điểm", "type": { "kind": "decimal", "min": 0, "max": 100, "scale": 2 }, "required": false, "aggregation": "mean", "ranked": "highest" },
                { "code": "vu_viec", "label": "Vụ việc", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
                { "code": "rieng", "label": "Ngày", "type": { "kind": "integer" }, "required": false, "aggregation": "none", "ranked": "lowest" }
              ] }]
            }
            """);
        (await host.As("centre").Put($"forms/{code}/1", form!.AsObject(), null)).Status.ShouldBe(201);
        var terms = ACycle.Terms(units);
        terms["form"]!["code"] = code;
        if (previous is not null)
        {
            terms["previous"] = previous;
        }

        return await ACycle.Open(host, terms);
    }

    public static JsonObject Of(decimal? score, int cases = 1, int? days = null)
    {
        var answers = new JsonObject { ["vu_viec"] = cases };
        if (score is not null)
        {
            answers["diem"] = score;
        }

        if (days is not null)
        {
            answers["rieng"] = days;
        }

        return new JsonObject { ["answers"] = answers };
    }
}
