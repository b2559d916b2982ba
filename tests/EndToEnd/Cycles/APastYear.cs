using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.EndToEnd.Units;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>
/// The year 2024, entered after the mergers of July 2025: Trà Vinh (T84) with the district Càng Long, Bến Tre (T83), Vĩnh Long (T86) and
/// Hà Nội (T01) were to report by 10/12/2024.
/// </summary>
internal static class APastYear
{
    public static readonly string[] Units = ["T84", "T84-CL", "T83", "T86", "T01"];

    public static async Task<AHost> AfterTheMergers()
    {
        var host = await AMerger.InJune();
        await AMerger.Recorded(host);
        await host.Play(AMerger.July);
        return host;
    }

    public static JsonObject Terms(string number = "72/BC-VKSTC", string date = "2025-01-15")
    {
        var terms = OfYear(2024, At(12, 10), Units);
        terms["closesAt"] = JsonValue.Create(At(12, 20));
        terms["imported"] = JsonSerializer.SerializeToNode(new { number, date });
        return terms;
    }

    /// <summary>The procuracy's year, with the form that compares with the period before.</summary>
    public static JsonObject OfYear(int year, DateTimeOffset due, params string[] units)
    {
        var terms = ACycle.Terms(units);
        terms["title"] = $"Báo cáo năm {year}";
        terms["form"]!["code"] = "sap-nhap";
        terms["plan"]!["date"] = $"{year - 1}-12-15";
        terms["period"] = JsonSerializer.SerializeToNode(new { firstDay = $"{year - 1}-12-01", lastDay = $"{year}-11-30" });
        terms["deadlines"] = JsonSerializer.SerializeToNode(new { district = due, province = due, supreme = due });
        terms["closesAt"] = JsonValue.Create(due.AddDays(10));
        return terms;
    }

    /// <summary>16:00 of that day of 2024 in Vietnam.</summary>
    public static DateTimeOffset At(int month, int day) => new(2024, month, day, 16, 0, 0, VietnamTime.Offset);

    public static JsonObject Of(int? moi, DateTimeOffset? receivedAt = null)
    {
        var report = moi is { } number ? AMerger.Of(number) : new JsonObject { ["answers"] = new JsonObject() };
        report["receivedAt"] = JsonValue.Create(receivedAt ?? At(12, 9));
        return report;
    }

    public static Task<Answer> Enter(
        AHost host, ACycle cycle, string unit, JsonObject report, string? key = null, string person = "centre") =>
        host.As(person).Post($"{cycle.Path}/imported-reports/{unit}", report, key ?? Person.NewKey());

    /// <summary>Bến Tre was late, Hà Nội is missing, and the leadership has approved.</summary>
    public static async Task<ACycle> Published(AHost host)
    {
        var cycle = await ACycle.Open(host, Terms());
        (await Enter(host, cycle, "T84", Of(40))).Done();
        (await Enter(host, cycle, "T84-CL", Of(5))).Done();
        (await Enter(host, cycle, "T83", Of(30, At(12, 12)))).Done();
        (await Enter(host, cycle, "T86", Of(30))).Done();
        await Closed(host, cycle);
        await cycle.Approved("leader-1");
        return cycle;
    }

    public static async Task Closed(AHost host, ACycle cycle)
    {
        (await host.As("centre").Post($"{cycle.Path}/close", new { reason = "Đã nhập các báo cáo còn lưu." })).Done();
        await host.WhenQuiet();
    }
}
