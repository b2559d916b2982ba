using Xunit.Abstractions;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Pages, people and units, each with each: nobody sees a byte of a unit that is not his to see, nor changes it.</summary>
public class Who_sees_which_page(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>Each writes a word into its report that stands nowhere else.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["T84-CL"] = "Bạchđàn48611",
        ["T84-CN"] = "Cẩmlai59722",
        ["T01"] = "Đinhhương61833",
    };

    private static readonly Dictionary<string, string[]> MayRead = new()
    {
        ["centre"] = ["T84-CL", "T84-CN", "T01"],
        ["leader-1"] = ["T84-CL", "T84-CN", "T01"],
        ["inspector"] = ["T84-CL", "T84-CN", "T01"],
        ["administrator"] = [],
        ["operator"] = [],
        ["reporter-T84-CL"] = ["T84-CL"],
        ["head-T84-CL"] = ["T84-CL"],
        ["reporter-T84"] = ["T84-CL", "T84-CN"],
        ["head-T84"] = ["T84-CL", "T84-CN"],
        ["reporter-T84-CN"] = ["T84-CN"],
        ["head-T01"] = ["T01"],
        ["reporter-V14"] = [],
    };

    private readonly List<APortalSession> _sessions = [];
    private AHost _host = null!;
    private ACycle _open = null!;
    private ACycle _waiting = null!;

    public async Task InitializeAsync()
    {
        _host = await AHost.Start(settings: new Dictionary<string, string?> { ["Limits:Burst"] = "100000" });
        var units = (string[])["T84", .. Words.Keys];
        _open = await ACycle.Open(_host, units);
        _waiting = await ACycle.Open(_host, units);
        foreach (var (unit, word) in Words)
        {
            var report = AReport.Of(unit, ("danh_gia_dau_tu", word));
            (await _open.Submit(unit, report)).Done();
            await _waiting.Accepted(unit, report);
        }

        (await _open.Return("T84-CL", "Cần bổ sung.")).Done();
        (await _open.Submit("T84-CL", AReport.Of("T84-CL", ("danh_gia_dau_tu", Words["T84-CL"])))).Done();
        await _waiting.Accepted("T84");
        (await _waiting.Phase()).ShouldBe("awaiting-approval");
        foreach (var person in MayRead.Keys)
        {
            _sessions.Add(await APortalSession.Of(_host.Address, person));
        }
    }

    public async Task DisposeAsync()
    {
        _sessions.ForEach(session => session.Dispose());
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Shows_nobody_a_word_of_a_unit_that_is_not_his_to_read()
    {
        var (asked, foreign, seen) = (0, new List<string>(), new HashSet<(string Person, string Unit)>());
        foreach (var path in Paths("GET"))
        {
            foreach (var session in _sessions)
            {
                var answer = await session.Get(path);
                asked++;
                answer.Status.ShouldBeLessThan(500, $"{path} for {session.Person}");
                if (answer.Status >= 400)
                {
                    answer.Kind.ShouldBe("text/html", $"{path} for {session.Person}");
                    answer.Text.ShouldContain("<h1");
                }

                foreach (var (unit, word) in Words.Where(each => answer.Text.Contains(each.Value, StringComparison.Ordinal)))
                {
                    seen.Add((session.Person, unit));
                    if (!MayRead[session.Person].Contains(unit))
                    {
                        foreign.Add($"{path} shows {session.Person} what {unit} wrote");
                    }
                }
            }
        }

        output.WriteLine($"{asked} pages asked for: {Paths("GET").Count} addresses, {_sessions.Count} people; foreign: {foreign.Count}");
        foreign.ShouldBeEmpty();
        seen.ShouldBe(MayRead.SelectMany(each => each.Value.Select(unit => (each.Key, unit))), ignoreOrder: true);
    }

    [Fact]
    public async Task Takes_no_form_of_another_persons_page_and_none_for_a_unit_that_is_not_his()
    {
        var before = await Everything();
        var (sent, taken) = (0, new List<string>());
        var stranger = _sessions.Single(session => session.Person == "reporter-V14");
        foreach (var path in Paths("POST"))
        {
            foreach (var session in _sessions.Where(session => session != stranger))
            {
                var answer = await session.Post(path, new() { [APortalSession.Field] = stranger.FormToken, ["person"] = "centre" });
                sent++;
                if (answer.Status != 400)
                {
                    taken.Add($"{path} of {session.Person} with the token of another: {answer.Status}");
                }
            }

            var own = await stranger.Post(
                path,
                new()
                {
                    [APortalSession.Field] = stranger.FormToken,
                    ["reason"] = "Thử.",
                    ["version"] = "1",
                    ["text"] = "Thử.",
                    ["confirm"] = "true",
                });
            sent++;
            own.Status.ShouldBeLessThan(500, path);
        }

        output.WriteLine($"{sent} forms sent; taken: {taken.Count}");
        taken.ShouldBeEmpty();
        (await Everything()).ShouldBe(before);
    }

    private async Task<string> Everything()
    {
        var seen = new List<string>();
        foreach (var unit in Words.Keys.Append("T84"))
        {
            seen.Add(await _open.EverythingOf(unit));
            seen.Add(await _waiting.EverythingOf(unit));
        }

        return string.Join('\n', seen);
    }

    /// <summary>Signing in and out aside: they change whose session it is.</summary>
    private List<string> Paths(string method) =>
    [
        .. PortalRoutes.Of(_host)
            .Where(route => route.Method == method && !route.Pattern.StartsWith("portal/sign-", StringComparison.Ordinal)
                && route.Pattern != "portal/post")
            .SelectMany(route => Words.Keys.Append("T84").SelectMany(unit => new[] { _open, _waiting }.Select(
                cycle => PortalRoutes.Fill(route.Pattern, Values(route.Pattern, cycle, unit)))))
            .Distinct(),
    ];

    private static Dictionary<string, string> Values(string pattern, ACycle cycle, string unit) => new()
    {
        ["cycle"] = cycle.Id,
        ["unit"] = unit,
        ["section"] = "dau_tu",
        ["version"] = "1",
        ["id"] = "a0000000000000000",
        ["sequence"] = "1",
        ["form"] = "ung-dung-cntt-10-nam",
        ["code"] = "mau-thu",
        ["field"] = "may_tinh",
        ["rule"] = "can_doi",
        ["name"] = "2025-07-01",
        ["difficulty"] = "a0000000000000000"[..16],
        ["year"] = "2018",
        ["series"] = "thang",
        ["block"] = "0",
        ["guide"] = "can-bo",
        ["deed"] = pattern.Contains("/difficulties/", StringComparison.Ordinal) ? "assign" : pattern.Contains("/units/", StringComparison.Ordinal) ? "extend" : "close",
    };
}
