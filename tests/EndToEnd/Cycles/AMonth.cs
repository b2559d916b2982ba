using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>Cycles of months and quarters whose form compares with the period before and with those that make it up.</summary>
internal static class AMonth
{
    private const string Form = """
        {
          "code": "an-thang", "version": 1, "title": "Án tháng",
          "sections": [{ "code": "so_lieu", "number": "I", "title": "Số liệu", "fields": [
            { "code": "moi", "label": "Đang thụ lý", "type": { "kind": "integer" }, "required": true,
              "aggregation": "sum", "ranked": "highest", "stock": true }
          ] }],
          "rules": [
            { "code": "tong_ky", "severity": "error", "holds": "moi = parts(moi)", "message": "Phải bằng tổng các kỳ.", "fields": ["moi"] },
            { "code": "bien_dong", "severity": "query", "holds": "abs(moi - previous(moi)) <= 0.5 * previous(moi)",
              "message": "Tăng giảm quá 50 %.", "fields": ["moi"] }
          ]
        }
        """;

    public static async Task<AHost> InWinter()
    {
        var host = await AHost.Start();
        (await host.As("centre").Put("forms/an-thang/1", JsonNode.Parse(Form), null)).Status.ShouldBe(201);
        return host;
    }

    public static JsonObject Terms(string firstDay, string lastDay, string? previous = null, params string[] parts)
    {
        var terms = ACycle.Terms("T84", "T83");
        terms["title"] = $"Thống kê từ {firstDay}";
        terms["form"]!["code"] = "an-thang";
        terms["period"] = JsonSerializer.SerializeToNode(new { firstDay, lastDay });
        terms["closeWhenAllAccepted"] = true;
        terms["parts"] = JsonSerializer.SerializeToNode(parts);
        if (previous is not null)
        {
            terms["previous"] = previous;
        }

        return terms;
    }

    public static JsonObject Of(int moi) => new() { ["answers"] = new JsonObject { ["moi"] = moi } };

    /// <summary>Both units have reported, and it is published.</summary>
    public static async Task<ACycle> Published(AHost host, JsonObject terms, int t84, int t83)
    {
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("T84", Of(t84));
        await cycle.Accepted("T83", Of(t83));
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
        return cycle;
    }

    public static async Task Corrected(AHost host, ACycle cycle)
    {
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Sai số của Trà Vinh." })).Done();
        (await cycle.Return("T84", "Sai số.", 1, ACycle.At(6, 20))).Done();
        await host.WhenQuiet();
    }

    /// <summary>The correction of T84 is handed in, accepted and published.</summary>
    public static async Task PublishedAgain(AHost host, ACycle cycle, int t84)
    {
        (await cycle.Submit("T84", Of(t84))).Done();
        (await cycle.Accept("T84", 2)).Done();
        await host.WhenQuiet();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-2");
        (await cycle.Phase()).ShouldBe("published");
    }

    public static async Task Cancelled(AHost host, ACycle cycle)
    {
        (await host.As("centre").Post($"{cycle.Path}/cancel", new { reason = "Mở nhầm." })).Done();
        await host.WhenQuiet();
    }
}
