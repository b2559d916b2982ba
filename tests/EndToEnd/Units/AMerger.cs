using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Units;

/// <summary>
/// Trà Vinh (T84), Bến Tre (T83) and Vĩnh Long (T86), which become T86-2025 on 01/07/2025, and a form that compares with the period
/// before.
/// </summary>
internal static class AMerger
{
    public const string Heir = "T86-2025";

    public static readonly DateTimeOffset June = new(2025, 6, 20, 8, 0, 0, VietnamTime.Offset);
    public static readonly DateTimeOffset July = new(2025, 7, 2, 8, 0, 0, VietnamTime.Offset);
    public static readonly DateTimeOffset Due = new(2025, 8, 1, 16, 0, 0, VietnamTime.Offset);

    private const string Form = """
        {
          "code": "sap-nhap", "version": 1, "title": "Án tháng",
          "sections": [{ "code": "so_lieu", "number": "I", "title": "Số liệu", "fields": [
            { "code": "moi", "label": "Đang thụ lý", "type": { "kind": "integer" }, "required": true, "aggregation": "sum",
              "stock": true }
          ] }],
          "rules": [
            { "code": "bien_dong", "severity": "query", "holds": "abs(moi - previous(moi)) <= 0.5 * previous(moi)",
              "message": "Tăng giảm quá 50 %.", "fields": ["moi"] }
          ]
        }
        """;

    public static async Task<AHost> InJune()
    {
        var host = await AHost.Start();
        await host.SetClock(June);
        (await host.As("centre").Put("forms/sap-nhap/1", JsonNode.Parse(Form), null)).Status.ShouldBe(201);
        return host;
    }

    public static Task<ACycle> Open(AHost host, string? previous, params string[] units) => Open(host, previous, Due, units);

    /// <summary>Closes ten days after the deadline.</summary>
    public static Task<ACycle> Open(AHost host, string? previous, DateTimeOffset due, params string[] units) =>
        Open(host, previous, due, sentToUnits: false, units);

    public static Task<ACycle> Open(AHost host, string? previous, DateTimeOffset due, bool sentToUnits, params string[] units)
    {
        var terms = ACycle.Terms(units);
        terms["sentToUnits"] = sentToUnits;
        terms["form"]!["code"] = "sap-nhap";
        terms["deadlines"] = JsonSerializer.SerializeToNode(new { district = due, province = due, supreme = due });
        terms["closesAt"] = due.AddDays(10);
        if (previous is not null)
        {
            terms["previous"] = previous;
        }

        return ACycle.Open(host, terms);
    }

    public static JsonObject Of(int moi) => new() { ["answers"] = new JsonObject { ["moi"] = moi } };

    /// <summary>The directory changes, the first days of July come, and the cycle takes the change over.</summary>
    public static async Task<Answer> Happens(AHost host, ACycle cycle)
    {
        await Recorded(host);
        await host.Play(July);
        return await TakenOver(host, cycle);
    }

    public static async Task Recorded(AHost host)
    {
        var administrator = host.As("administrator");
        (await administrator.Post(
            "units/changes", (await administrator.Get("units/changes/2025-07-01")).Done().Text,
            etag: (await administrator.Get("units?size=1")).Done().ETag)).Done();
        await host.Enrol(SamplePeople.ReporterOf(Unit), SamplePeople.HeadOf(Unit));
    }

    public static async Task<Answer> TakenOver(AHost host, ACycle cycle)
    {
        var changed = (await host.As("centre").Post(
            $"{cycle.Path}/unit-changes", new { day = "2025-07-02", reason = "Theo Nghị quyết 202." })).Done();
        await host.WhenQuiet();
        return changed;
    }

    public static Person Reporter(AHost host) => new(host, SamplePeople.ReporterOf(Unit));

    public static Person Head(AHost host) => new(host, SamplePeople.HeadOf(Unit));

    /// <summary>What the mails to a unit say.</summary>
    public static async Task<string> TextTo(AHost host, ACycle cycle, string unit)
    {
        var mails = await host.TextsOf(cycle.Id);
        return string.Join('\n', mails.Where(mail => mail.To == $"{unit.ToLowerInvariant()}@vks.example").Select(mail => mail.Text));
    }

    private static Unit Unit { get; } =
        new(UnitCode.Of(Heir), "VKSND tỉnh Vĩnh Long", UnitLevel.Province, UnitCode.Sector, "", [], new DateOnly(2025, 7, 1), null);
}
