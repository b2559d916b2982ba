using System.Text.Json;
using VksServerless.EndToEnd.Cycles;

namespace VksServerless.EndToEnd.Access;

/// <summary>Every endpoint that the OpenAPI document names × every role: who is let in, and who is not.</summary>
public class Who_sees_what : IClassFixture<AHost>
{
    private const string All = "centre leadership inspector administrator operator reporter head superior foreign software " +
        "foreign-software";
    private const string Own = "reporter head";
    private const string Readers = $"centre leadership inspector {Own} superior";
    private const string Central = "centre leadership inspector";
    private const string Known = $"centre leadership inspector {Own} superior foreign software foreign-software";

    /// <summary>
    /// Who passes: roles, reporter and head (of T84-CL itself), superior (T84), foreign (T01), software (of the sector, of T84).
    /// </summary>
    private static readonly Dictionary<string, string> Table = new()
    {
        ["get /openapi.json"] = All,
        ["get /forms"] = All,
        ["get /forms/{form}/{version}"] = All,
        ["put /forms/{form}/{version}"] = "centre",
        ["get /forms/{form}/{version}/changes"] = All,
        ["get /units"] = All,
        ["get /units/{unit}"] = All,
        ["put /units"] = "administrator",
        ["post /units/changes"] = "administrator",
        ["get /units/changes/{change}"] = "administrator",
        ["get /units/successions"] = All,
        ["get /people"] = "centre inspector administrator",
        ["get /people/me"] = All,
        ["put /people"] = "administrator",
        ["get /calendars"] = All,
        ["get /calendars/{year}"] = All,
        ["put /calendars/{year}"] = "centre administrator",
        ["get /series"] = "centre inspector",
        ["get /series/{series}"] = "centre inspector",
        ["put /series/{series}"] = "centre",
        ["post /series/{series}/stop"] = "centre",
        ["post /cycles/{cycle}/unit-changes"] = "centre",
        ["get /units/{unit}/delegations"] = "centre inspector head",
        ["post /units/{unit}/delegations"] = "head",
        ["post /units/{unit}/delegations/{id}/revoke"] = "head",
        ["get /mails"] = "centre inspector operator",
        ["get /difficulties"] = $"{Readers} foreign",
        ["post /difficulties"] = $"{Own} superior foreign",
        ["get /difficulties/{difficulty}"] = Readers,
        ["post /difficulties/{difficulty}/assign"] = "centre",
        ["post /difficulties/{difficulty}/answer"] = "centre",
        ["post /difficulties/{difficulty}/close"] = $"centre {Own}",
        ["post /difficulties/{difficulty}/reopen"] = Own,
        ["post /cycles"] = "centre",
        ["get /cycles"] = All,
        ["get /cycles/{cycle}"] = Known,
        ["put /cycles/{cycle}"] = "centre",
        ["post /cycles/{cycle}/start"] = "centre",
        ["post /cycles/{cycle}/close"] = "centre",
        ["post /cycles/{cycle}/cancel"] = "centre",
        ["post /cycles/{cycle}/extensions"] = "centre",
        ["post /cycles/{cycle}/exemptions"] = "centre",
        ["post /cycles/{cycle}/exemptions/revoke"] = "centre",
        ["post /cycles/{cycle}/corrections"] = "centre",
        ["post /cycles/{cycle}/corrections/ready"] = "centre",
        ["post /cycles/{cycle}/approvals"] = "leadership",
        ["get /cycles/{cycle}/sector-report"] = Central,
        ["post /cycles/{cycle}/sector-report/refuse"] = "leadership",
        ["post /cycles/{cycle}/sector-report/resubmit"] = "centre",
        ["get /cycles/{cycle}/sector-text"] = Central,
        ["put /cycles/{cycle}/sector-text"] = "centre",
        ["get /cycles/{cycle}/documents"] = Known,
        ["post /cycles/{cycle}/documents"] = "centre",
        ["get /cycles/{cycle}/documents/{id}"] = Known,
        ["delete /cycles/{cycle}/documents/{id}"] = "centre",
        ["get /cycles/{cycle}/opinions"] = Central,
        ["post /cycles/{cycle}/opinions/replies"] = "centre",
        ["get /cycles/{cycle}/inspections"] = Central,
        ["get /cycles/{cycle}/obligations"] = Central,
        ["get /cycles/{cycle}/accepted"] = Central,
        ["get /cycles/{cycle}/publications"] = Central,
        ["get /cycles/{cycle}/publications/{sequence}"] = Central,
        ["get /cycles/{cycle}/publications/{sequence}/page"] = Central,
        ["get /cycles/{cycle}/publications/{sequence}/docx"] = Central,
        ["get /cycles/{cycle}/publications/{sequence}/pdf"] = Central,
        ["get /cycles/{cycle}/sector-report/docx"] = Central,
        ["post /cycles/{cycle}/publications/{sequence}/acknowledge"] = "leadership",
        ["get /cycles/{cycle}/publications/{sequence}/acknowledgements"] = Central,
        ["get /cycles/{cycle}/totals/{unit}"] = Readers,
        ["get /cycles/{cycle}/totals/{unit}/figures/{field}"] = Readers,
        ["get /cycles/{cycle}/totals/{unit}/comparison"] = Readers,
        ["get /cycles/{cycle}/breakdown"] = Central,
        ["get /cycles/{cycle}/ranking/{field}"] = $"{Readers} foreign",
        ["get /cycles/{cycle}/reports/{unit}"] = $"{Readers} software",
        ["post /cycles/{cycle}/imported-reports/{unit}"] = "centre",
        ["get /cycles/{cycle}/reports/{unit}/draft"] = Own,
        ["put /cycles/{cycle}/reports/{unit}/draft"] = $"{Own} software",
        ["get /cycles/{cycle}/reports/{unit}/workbook"] = Own,
        ["put /cycles/{cycle}/reports/{unit}/workbook"] = Own,
        ["post /cycles/{cycle}/reports/{unit}/submit"] = $"{Own} software",
        ["post /cycles/{cycle}/reports/{unit}/withdraw"] = Own,
        ["post /cycles/{cycle}/reports/{unit}/accept"] = "centre superior",
        ["post /cycles/{cycle}/reports/{unit}/return"] = "centre superior",
        ["post /cycles/{cycle}/reports/{unit}/return/take-back"] = "centre superior",
        ["get /cycles/{cycle}/reports/{unit}/prefill"] = Own,
        ["get /cycles/{cycle}/reports/{unit}/versions/{version}/review"] = Readers,
        ["post /cycles/{cycle}/reports/{unit}/present"] = $"{Own} software",
        ["get /cycles/{cycle}/reports/{unit}/presented"] = $"{Own} software",
        ["post /cycles/{cycle}/reports/{unit}/sign"] = "head",
        ["post /cycles/{cycle}/reports/{unit}/send-back"] = "head",
        ["get /cycles/{cycle}/reports/{unit}/opinions"] = Readers,
        ["get /cycles/{cycle}/reports/{unit}/inspections"] = Readers,
        ["post /cycles/{cycle}/reports/{unit}/inspections"] = "inspector",
        ["get /cycles/{cycle}/reports/{unit}/versions"] = $"{Readers} software",
        ["get /cycles/{cycle}/reports/{unit}/versions/{version}"] = $"{Readers} software",
        ["get /cycles/{cycle}/reports/{unit}/versions/{version}/receipt"] = $"{Readers} software",
        ["get /cycles/{cycle}/reports/{unit}/attachments"] = $"{Readers} software",
        ["post /cycles/{cycle}/reports/{unit}/attachments"] = $"{Own} software",
        ["get /cycles/{cycle}/reports/{unit}/attachments/{id}"] = $"{Readers} software",
        ["delete /cycles/{cycle}/reports/{unit}/attachments/{id}"] = Own,
    };

    private static readonly Dictionary<string, string[]> People = new()
    {
        ["centre"] = ["centre"],
        ["leadership"] = ["leader-1"],
        ["inspector"] = ["inspector"],
        ["administrator"] = ["administrator"],
        ["operator"] = ["operator"],
        ["reporter"] = ["reporter-T84-CL"],
        ["head"] = ["head-T84-CL"],
        ["superior"] = ["reporter-T84", "head-T84"],
        ["foreign"] = ["reporter-T01", "head-T84-CN"],
        ["software"] = ["phan-mem-an-hinh-su", "software-T84"],
        ["foreign-software"] = ["software-T01"],
    };

    private readonly AHost _host;

    public Who_sees_what(AHost host) => _host = host;

    [Fact]
    public async Task Is_as_the_table_has_it_for_every_endpoint_there_is()
    {
        var cycle = await ACycle.Open(_host, "T84", "T84-CL", "T84-CN", "T01");
        var endpoints = await Endpoints();
        endpoints.Select(endpoint => $"{endpoint.Method} {endpoint.Path}").ShouldBe(Table.Keys, ignoreOrder: true);
        var difficulty = (
            await _host.As("reporter-T84-CL").Post("difficulties", new { area = "other", title = "Thiếu máy" }, Person.NewKey())).Done()
                .Said("id");
        var series = Series_of_cycles.Monthly();
        series["firstDay"] = "2018-08-01";
        (await _host.As("centre").Put("series/thang", series, "*")).Done();
        var wrong = new List<string>();
        foreach (var (method, path) in endpoints)
        {
            foreach (var (role, people) in People)
            {
                foreach (var person in people)
                {
                    var answer = await _host.As(person).Send(
                        new HttpMethod(method.ToUpperInvariant()),
                        At(path, cycle).Replace("{difficulty}", difficulty, StringComparison.Ordinal), null, null, null);
                    var letIn = answer.Status is not (401 or 403)
                        && !(answer.Status == 404 && answer.Said("type") is "/problems/cycle-unknown" or "/problems/difficulty-unknown" or "/problems/series-unknown");
                    if (letIn != Table[$"{method} {path}"].Split(' ').Contains(role))
                    {
                        wrong.Add($"{method} {path}: {person} {(letIn ? "was let in" : "was not let in")} ({answer.Status})");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_for_another_unit_whether_a_unit_takes_part()
    {
        var cycle = await ACycle.Open(_host, "T84", "T84-CL", "T01");
        foreach (var (method, path) in (await Endpoints())
            .Where(endpoint => endpoint.Path.Contains("{unit}", StringComparison.Ordinal)
                && endpoint.Path.Contains("{cycle}", StringComparison.Ordinal)))
        {
            foreach (var unit in (string[])["T01", "T02"])
            {
                (await _host.As("head-T84-CL").Send(new HttpMethod(method.ToUpperInvariant()), At(path, cycle, unit), null, null, null))
                    .Refused(403, "not-permitted");
            }
        }

        (await _host.As("reporter-T02").Get($"{cycle.ReportOf("T02")}")).Refused(404, "not-obliged");
        (await _host.As("centre").Get($"{cycle.ReportOf("T02")}")).Refused(404, "not-obliged");
    }

    [Fact]
    public async Task Is_nothing_for_who_is_not_signed_in()
    {
        foreach (var (method, path) in await Endpoints())
        {
            (await Answer.To(_host.Http, new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path.TrimStart('/'))))
                .Refused(401, "not-signed-in");
        }
    }

    [Fact]
    public async Task Is_no_figure_of_another_unit_for_a_unit()
    {
        await using var host = await AHost.Start();
        const int secret = 48_611;
        var cycle = await ACycle.Open(host, "T84", "T84-CL", "T84-CN", "T01");
        foreach (var unit in (string[])["T84-CN", "T01"])
        {
            await cycle.Accepted(unit, AReport.Of(unit, ("may_tinh", secret), ("danh_gia_dau_tu", "Điều riêng của đơn vị.")));
        }

        await cycle.Accepted("T84-CL");
        await cycle.Accepted("T84");
        await cycle.Approved("leader-1");
        foreach (var (method, path) in (await Endpoints()).Where(endpoint => endpoint.Method == "get"))
        {
            foreach (var unit in (string[])["T84-CL", "T84-CN", "T84", "T01", "VKSTC"])
            {
                var seen = await host.As("reporter-T84-CL").Get(At(path, cycle, unit));
                seen.Text.ShouldNotContain($"{secret}", customMessage: $"{method} {path} of {unit}");
                seen.Text.ShouldNotContain("Điều riêng");
            }
        }
    }

    [Fact]
    public async Task Is_no_draft_s_name_in_a_continuation()
    {
        await using var host = await AHost.Start();
        var (drafts, open) = (new List<string>(), new List<string>());
        foreach (var _ in Enumerable.Range(0, 6))
        {
            drafts.Add((await ACycle.Draft(host, ACycle.Terms("V14"))).Id);
            open.Add((await ACycle.Open(host, "V14")).Id);
        }

        var (seen, continuation) = (new List<string>(), (string?)null);
        do
        {
            var page = (await host.As("reporter-V14").Get($"cycles?size=2{(continuation is null ? "" : $"&continuation={continuation}")}"))
                .Done();
            seen.AddRange(page["items"].EnumerateArray().Select(cycle => cycle.GetProperty("id").GetString()!));
            continuation = page.Json.TryGetProperty("continuation", out var next) ? next.GetString() : null;
            var token = continuation is null
                ? ""
                : System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(continuation));
            drafts.ShouldAllBe(draft => !token.Contains(draft, StringComparison.Ordinal));
        }
        while (continuation is not null);

        seen.ShouldBe(open.Order(StringComparer.Ordinal));
    }

    private static string At(string path, ACycle cycle, string unit = "T84-CL") => path.TrimStart('/')
        .Replace("{cycle}", cycle.Id, StringComparison.Ordinal)
        .Replace("{unit}", unit, StringComparison.Ordinal)
        .Replace("{form}", "ung-dung-cntt-10-nam", StringComparison.Ordinal)
        .Replace("{version}", "1", StringComparison.Ordinal)
        .Replace("{sequence}", "1", StringComparison.Ordinal)
        .Replace("{field}", "may_tinh", StringComparison.Ordinal)
        .Replace("{series}", "thang", StringComparison.Ordinal)
        .Replace("{id}", new string('a', 32), StringComparison.Ordinal);

    private async Task<List<(string Method, string Path)>> Endpoints() =>
    [
        .. (await _host.As("operator").Get("openapi.json")).Done()["paths"].EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(method => method.Value.ValueKind == JsonValueKind.Object)
                .Select(method => (method.Name, path.Name))),
    ];
}
