using System.Text;
using System.Text.Json;
using VksServerless.Application.Cycles;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>What Cục 2, the administrator and the leadership do in the demo.</summary>
internal sealed class Centre(ApiClient api)
{
    private static readonly Recipient[] Leadership =
    [
        new("Viện trưởng VKSND tối cao (mẫu)", "vien-truong@vks.example"),
        new("Phó Viện trưởng VKSND tối cao (mẫu)", "pho-vien-truong@vks.example"),
        new("Cục 2 (mẫu)", "cuc2@vks.example"),
    ];

    /// <summary>The administrator loads the directory as a file.</summary>
    public async Task LoadDirectory(UnitDirectory directory, CancellationToken cancellation)
    {
        var shipped = await api.Get("administrator", "api/units?size=1", cancellation);
        var file = new MemoryStream();
        await DirectoryCsv.Write(directory, file, cancellation);
        var request = new HttpRequestMessage(HttpMethod.Put, "api/units") { Content = new ByteArrayContent(file.ToArray()) };
        request.Headers.Add(shipped.ETag is null ? "If-None-Match" : "If-Match", shipped.ETag is { } etag ? $"\"{etag}\"" : "*");
        await api.Send("administrator", request, cancellation);
    }

    /// <returns>The cycle's id.</returns>
    public async Task<string> Start(
        DemoCycle planned, IReadOnlyList<Unit> participants, bool everyone, IReadOnlyList<string> before, CancellationToken cancellation)
    {
        var body = new
        {
            planned.Title,
            Plan = new Plan("000/KH-VKSTC (mẫu)", VietnamTime.DayOf(planned.Days.Start.AddDays(-7))),
            Form = planned.Form.Ref,
            planned.Period,
            Deadlines = new Deadlines(planned.Days.District, planned.Days.Province, planned.Days.Supreme),
            ClosesAt = planned.Days.Closing,
            Recipients = Leadership,
            Participants = new { Units = everyone ? [] : participants.Select(unit => unit.Code).ToArray() },
            Reminders = new { Days = new[] { -7, -1, 0, 1, 3 }, At = new TimeOnly(8, 0) },
            ApprovalsNeeded = 2,
            Previous = planned.Previous is { } previous ? before[previous] : null,
            Parts = planned.Parts.Select(part => before[part]),
        };
        var created = await api.Post("centre", "api/cycles", body, $"demo-cycle-{before.Count + 1}", cancellation);
        var cycle = created.Json.GetProperty("id").GetString()!;
        await api.Post("centre", $"api/cycles/{cycle}/start", null, null, cancellation);
        return cycle;
    }

    public Task Exempt(string cycle, IEnumerable<UnitCode> units, CancellationToken cancellation) => api.Post(
        "centre", $"api/cycles/{cycle}/exemptions",
        new { Units = units, Reason = "Đơn vị mới thành lập, chưa có số liệu của kỳ này (tình huống mẫu)." }, null, cancellation);

    public Task Extend(string cycle, IEnumerable<UnitCode> units, Timetable days, CancellationToken cancellation) => api.Post(
        "centre",
        $"api/cycles/{cycle}/extensions",
        new
        {
            Units = units,
            DueAt = days.ExtendedTo,
            ClosesAt = days.Closing,
            Reason = "Trụ sở mất điện, mất đường truyền do mưa bão (tình huống mẫu).",
        },
        null,
        cancellation);

    /// <summary>A member of the leadership reads the sector report and approves exactly what was read.</summary>
    public async Task Approve(string cycle, string leader, CancellationToken cancellation)
    {
        var report = await api.Get(leader, $"api/cycles/{cycle}/sector-report", cancellation);
        await api.Post(leader, $"api/cycles/{cycle}/approvals", new { Digest = report.ETag }, null, cancellation);
    }

    /// <summary>Every item of a paged listing, as it stands on the wire.</summary>
    public async Task<IReadOnlyList<JsonElement>> All(string path, CancellationToken cancellation)
    {
        var items = new List<JsonElement>();
        var next = path;
        while (true)
        {
            var page = (await api.Get("centre", next, cancellation)).Json;
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("continuation", out var continuation))
            {
                return items;
            }

            next = new StringBuilder(path).Append("&continuation=").Append(Uri.EscapeDataString(continuation.GetString()!)).ToString();
        }
    }
}
