using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Calendars;

namespace VksServerless.EndToEnd;

/// <summary>A cycle at the API, and what people do in it.</summary>
public sealed class ACycle(AHost host, string id)
{
    public static readonly DateTimeOffset DistrictsDue = At(7, 13);
    public static readonly DateTimeOffset ProvincesDue = At(7, 18);
    public static readonly DateTimeOffset SupremeDue = At(7, 20);
    public static readonly DateTimeOffset Closing = At(7, 31);

    public string Id => id;

    public string Path => $"cycles/{id}";

    /// <summary>16:00 of that day of 2018 in Vietnam.</summary>
    public static DateTimeOffset At(int month, int day, int hour = 16) => new(2018, month, day, hour, 0, 0, VietnamTime.Offset);

    public static JsonObject Terms(params string[] units) => JsonSerializer.SerializeToNode(new
    {
        title = "Tổng kết 10 năm ứng dụng công nghệ thông tin",
        plan = new { number = "72/KH-VKSTC", date = "2018-05-30" },
        form = new { code = "ung-dung-cntt-10-nam", version = 1 },
        period = new { firstDay = "2008-06-01", lastDay = "2018-05-31" },
        deadlines = new { district = DistrictsDue, province = ProvincesDue, supreme = SupremeDue },
        closesAt = Closing,
        recipients = new[] { new { name = "Lãnh đạo VKSND tối cao", mail = "lanh-dao@vks.example" } },
        participants = new { units },
    })!.AsObject();

    public static Task<ACycle> Open(AHost host, params string[] units) => Open(host, Terms(units));

    public static async Task<ACycle> Open(AHost host, JsonObject terms)
    {
        var cycle = await Draft(host, terms);
        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await host.WhenQuiet();
        return cycle;
    }

    public static async Task<ACycle> Draft(AHost host, JsonObject terms) =>
        new(host, (await host.As("centre").Post("cycles", terms, Person.NewKey())).Done().Said("id"));

    public string ReportOf(string unit) => $"{Path}/reports/{unit}";

    public async Task<string> Phase() => (await host.As("centre").Get(Path)).Done().Said("phase");

    public async Task<JsonElement> Obligation(string unit) => (await host.As("centre").Get(ReportOf(unit))).Done()["obligation"];

    public async Task<string> StateOf(string unit) => (await Obligation(unit)).GetProperty("state").GetString()!;

    public Task<Answer> Submit(string unit, JsonObject? report = null, string? key = null) =>
        host.As($"reporter-{unit}").Post($"{ReportOf(unit)}/submit", report ?? AReport.Of(unit), key ?? Person.NewKey());

    public Task<Answer> Accept(string unit, int version = 1) => JudgeOf(unit).Post($"{ReportOf(unit)}/accept", new { version });

    public Task<Answer> Return(string unit, string reason, int version = 1, params string[] fields) =>
        JudgeOf(unit).Post($"{ReportOf(unit)}/return", new { version, reason, fields });

    /// <summary>With a limit, which a return needs once the unit's deadline has passed.</summary>
    public Task<Answer> Return(string unit, string reason, int version, DateTimeOffset dueAt) =>
        JudgeOf(unit).Post($"{ReportOf(unit)}/return", new { version, reason, dueAt });

    public Task<Answer> TakeBackReturn(string unit) => JudgeOf(unit).Post($"{ReportOf(unit)}/return/take-back");

    public Task<Answer> Extend(string unit, DateTimeOffset dueAt) =>
        host.As("centre").Post($"{Path}/extensions", new { units = new[] { unit }, dueAt, reason = "Mưa lũ." });

    /// <summary>Handed in and accepted, and everything that follows is done.</summary>
    public async Task Accepted(string unit, JsonObject? report = null)
    {
        var version = (await Submit(unit, report)).Done()["version"].GetInt32();
        (await Accept(unit, version)).Done();
        await host.WhenQuiet();
    }

    /// <summary>Approved by these as it now lies before them.</summary>
    public async Task Approved(params string[] leaders)
    {
        foreach (var leader in leaders)
        {
            var read = (await host.As(leader).Get($"{Path}/sector-report")).Done();
            (await host.As(leader).Post($"{Path}/approvals", new { digest = read.ETag })).Done();
        }

        await host.WhenQuiet();
    }

    /// <summary>The mails of this cycle, first to last: kind, to, subject.</summary>
    public async Task<IReadOnlyList<(string Kind, string To, string Subject)>> Mails() =>
    [
        .. (await host.As("operator").Get($"mails?cycle={id}&size=1000")).Done()["items"].EnumerateArray()
            .Select(mail => (mail.GetProperty("kind").GetString()!, mail.GetProperty("to").GetString()!, mail.GetProperty("subject")
                .GetString()!)),
    ];

    /// <summary>What the mails of this cycle say.</summary>
    public Task<string> MailTexts() => host.MailTexts(id);

    public async Task<decimal> TotalOf(string unit, string field) =>
        (await host.As("centre").Get($"{Path}/totals/{unit}")).Done()["figures"].GetProperty(field).GetProperty("total").GetDecimal();

    /// <summary>All that can be seen of it, to say that a refused request left nothing behind.</summary>
    public async Task<string> EverythingOf(string unit)
    {
        await host.WhenQuiet();
        var seen = new List<string>();
        foreach (var path in (string[])[Path, ReportOf(unit), $"{ReportOf(unit)}/versions", $"{ReportOf(unit)}/attachments",
            $"{Path}/totals/VKSTC", "cycles", "units?size=1000", "mails?size=1000"])
        {
            seen.Add((await host.As("centre").Get(path)).Lasting);
        }

        seen.Add((await host.As($"reporter-{unit}").Get($"{ReportOf(unit)}/draft")).Lasting);
        return string.Join('\n', seen.Concat(await host.FilesKept()));
    }

    private Person JudgeOf(string unit) => host.As(unit.Split('-') is [var province, _] ? $"head-{province}" : "centre");
}
