using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Publications;

/// <summary>A draft on which units give their opinions: a short form of remarks and clauses.</summary>
internal static class ADraft
{
    private const string Form = """
        {
          "code": "lay-y-kien", "version": 1, "title": "Góp ý dự thảo",
          "sections": [
            { "code": "chung", "number": "I", "title": "Ý kiến chung", "fields": [
              { "code": "bien_ban", "label": "Số biên bản", "type": { "kind": "text" }, "required": true, "aggregation": "list" },
              { "code": "nhan_xet", "label": "Nhận xét chung", "type": { "kind": "narrative" }, "aggregation": "list", "opinion": true }
            ] },
            { "code": "cu_the", "number": "II", "title": "Góp ý cụ thể", "fields": [
              { "code": "gop_y", "label": "Các góp ý", "aggregation": "union", "groupBy": ["y_kien"], "opinion": true,
                "type": { "kind": "table", "columns": [
                  { "code": "dieu", "label": "Điều, khoản", "type": { "kind": "text" }, "required": true },
                  { "code": "y_kien", "label": "Ý kiến", "required": true, "type": { "kind": "choice", "options": [
                    { "code": "dong_y", "label": "Đồng ý" }, { "code": "sua", "label": "Đề nghị sửa" } ] } } ] } }
            ] }
          ]
        }
        """;

    public static async Task<ACycle> Open(AHost host, params string[] units)
    {
        (await host.As("centre").Put("forms/lay-y-kien/1", JsonNode.Parse(Form), null)).Status.ShouldBe(201);
        var terms = ACycle.Terms(units);
        terms["form"]!["code"] = "lay-y-kien";
        terms["approvalsNeeded"] = 1;
        return await ACycle.Open(host, terms);
    }

    public static JsonObject Opinions(string? remark, params string[] clauses)
    {
        var answers = new JsonObject { ["bien_ban"] = "05/BB-VKS" };
        if (remark is not null)
        {
            answers["nhan_xet"] = remark;
        }

        answers["gop_y"] = new JsonArray([.. clauses.Select(clause => new JsonObject { ["dieu"] = clause, ["y_kien"] = "sua" })]);
        return new JsonObject { ["answers"] = answers };
    }

    /// <summary>The opinions of accepted reports as the centre sees them: what was said and the reply, of each unit.</summary>
    public static async Task<IReadOnlyList<(string Id, string Unit, string Said, string? Reply)>> Given(AHost host, ACycle cycle) =>
    [
        .. (await host.As("centre").Get($"{cycle.Path}/opinions")).Done()["opinions"].EnumerateArray().Select(opinion => (
            opinion.GetProperty("id").GetString()!, opinion.GetProperty("unit").GetString()!,
            opinion.TryGetProperty("text", out var text)
                ? text.GetString()!
                : opinion.GetProperty("cells").GetProperty("dieu").GetString()!,
            opinion.TryGetProperty("reply", out var reply) ? reply.GetProperty("kind").GetString() : null)),
    ];

    public static Task<Answer> Reply(AHost host, ACycle cycle, IReadOnlyList<string> ids, string kind, string? text) =>
        host.As("centre").Post($"{cycle.Path}/opinions/replies", new { ids, kind, text });

    public static (int All, int Accepted, int Explained, int Unanswered) CountsOf(JsonElement answer)
    {
        var counts = answer.GetProperty("counts");
        return (Of("all"), Of("accepted"), Of("explained"), Of("unanswered"));

        int Of(string name) => counts.GetProperty(name).GetInt32();
    }
}
