using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Difficulties;

public class Raising_a_difficulty(AHost host) : IClassFixture<AHost>
{
    private static readonly object Body = new { area = "software", title = "Không đăng nhập được", text = "Đã thử trên hai máy." };

    [Fact]
    public async Task Is_bounded_a_unit_and_day_so_that_nobody_floods_the_desk()
    {
        await using var own = await AHost.Start();
        var raised = await Task.WhenAll(Enumerable.Range(0, 30).Select(
            number => own.As(number % 2 == 0 ? "reporter-T84-CL" : "head-T84-CL").Post("difficulties", Body, $"so-thu-tu-{number}")));

        raised.Count(answer => answer.Status == 201).ShouldBe(20);
        raised.First(answer => answer.Status != 201).Refused(409, "difficulties-too-many").Said("detail").ShouldContain("20");
        (await own.As("reporter-T84-CN").Post("difficulties", Body, Person.NewKey())).Done();
        await own.Play(own.Clock.GetUtcNow().AddDays(1));
        (await own.As("reporter-T84-CL").Post("difficulties", Body, Person.NewKey())).Done();
    }

    [Fact]
    public async Task Shows_the_operator_that_a_mail_went_out_and_nothing_of_what_it_is_about()
    {
        await using var own = await AHost.Start();
        (await own.As("reporter-T84-CL").Post("difficulties", Body, Person.NewKey())).Done();
        await own.WhenQuiet();

        var seen = (await own.As("operator").Get("mails?cycle=kdifficulties000")).Done();
        seen["items"].GetArrayLength().ShouldBeGreaterThan(0);
        seen.Text.ShouldNotContain("Không đăng nhập được");
        (await own.As("centre").Get("mails?cycle=kdifficulties000")).Done().Text.ShouldContain("Không đăng nhập được");
    }

    [Fact]
    public async Task Leads_over_an_assignment_to_guidance_and_its_history_tells_it_all()
    {
        var raised = await Raise("T84-CL");
        var path = $"difficulties/{raised.Said("id")}";
        (raised.Status, raised.ETag, raised.Said("state"), raised.Said("areaLabel")).ShouldBe((201, "1", "raised", "Phần mềm"));
        raised["dueAt"].GetDateTimeOffset().ShouldBe(new DateTimeOffset(2018, 6, 16, 17, 0, 0, VietnamTime.Offset));

        var assigned = (
            await host.As("centre").Post($"{path}/assign", new { unit = "V14", person = "Ông Minh", note = "Trả lời sớm." }, etag: "1"))
                .Done();
        var answered = (
            await host.As("reporter-V14").Post($"{path}/answer", new { guidance = "Cài lại chứng thư số." }, etag: assigned.ETag)).Done();
        var reopened = (await host.As("head-T84-CL").Post($"{path}/reopen", new { reason = "Vẫn không được." }, etag: answered.ETag))
            .Done();
        (reopened.Said("state"), reopened.Said("assignee")).ShouldBe(("reopened", "V14"));
        var again = (await host.As("centre").Post($"{path}/answer", new { guidance = "Đổi thiết bị." }, etag: reopened.ETag)).Done();
        (await host.As("reporter-T84-CL").Post($"{path}/close", new { }, etag: again.ETag)).Done();

        var read = (await host.As("inspector").Get(path)).Done();
        (read.Said("state"), read.Said("guidance"), read.ETag).ShouldBe(("closed", "Đổi thiết bị.", "6"));
        read["history"].EnumerateArray().Select(step => $"{step.GetProperty("state")} {step.GetProperty("byUnit")} {Said(step, "text")}")
            .ShouldBe(
        [
            "raised T84-CL ", "assigned C2 Trả lời sớm.", "answered V14 Cài lại chứng thư số.", "reopened T84-CL Vẫn không được.",
            "answered C2 Đổi thiết bị.", "closed T84-CL ",
        ]);
        read.Text.ShouldNotContain("reporter-T84-CL", customMessage: "the token's subject is never shown");
        await host.WhenQuiet();
        (await Mails(read.Said("title"))).ShouldBe(
            [
                "DifficultyRaised c2@vks.example", "DifficultyAssigned v14@vks.example", "DifficultyAnswered t84-cl@vks.example",
                "DifficultyReopened c2@vks.example", "DifficultyReopened v14@vks.example", "DifficultyAnswered t84-cl@vks.example"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Again_under_its_key_gives_the_same_and_other_words_are_refused()
    {
        var key = Person.NewKey();
        var first = (await host.As("reporter-KHTC").Post("difficulties", Body, key)).Done();
        (await host.As("centre").Post($"difficulties/{first.Said("id")}/close", new { reason = "Trùng lặp." }, etag: "1")).Done();

        var again = (await host.As("reporter-KHTC").Post("difficulties", Body, key)).Done();
        (again.Status, again.Said("id"), again.Said("state")).ShouldBe((201, first.Said("id"), "closed"));
        (await host.As("reporter-KHTC").Post("difficulties", new { area = "software", title = "Khác" }, key))
            .Refused(422, "idempotency-key-reused");
        (await host.As("reporter-KHTC").Post("difficulties", Body)).Refused(400, "idempotency-key-missing");
    }

    [Fact]
    public async Task Is_refused_with_words_that_say_nothing_or_a_place_that_is_none()
    {
        (await host.As("reporter-TCCB").Post("difficulties", new { area = "software", title = " " }, Person.NewKey()))
            .Refused(422, "difficulty-invalid").RuleAt("/title").ShouldBe("title");
        (await host.As("reporter-TCCB").Post("difficulties", new { area = "khong-co", title = "Thiếu máy" }, Person.NewKey()))
            .Refused(400, "body-malformed");
        (await host.As("reporter-TCCB")
            .Post("difficulties", new { area = "other", title = "Thiếu máy", field = "may_tinh" }, Person.NewKey()))
                .Refused(422, "difficulty-invalid");
        (await host.As("reporter-TCCB")
            .Post(
                "difficulties", new { area = "other", title = "Thiếu máy", cycle = "k000000000000000", field = "may_tinh" },
                Person.NewKey())).Refused(404, "cycle-unknown");
        var cycle = await ACycle.Open(host, "TCCB");
        (await host.As("reporter-TCCB")
            .Post("difficulties", new { area = "other", title = "Thiếu máy", cycle = cycle.Id, field = "khong_co" }, Person.NewKey()))
                .Refused(404, "field-unknown");
        (await host.As("reporter-TCCB")
            .Post("difficulties", new { area = "other", title = "Thiếu máy", cycle = cycle.Id, field = "may_tinh" }, Person.NewKey()))
                .Done().Said("field").ShouldBe("may_tinh");
        (await Listed("reporter-TCCB")).ShouldBe(["TCCB Thiếu máy"]);
    }

    [Fact]
    public async Task Is_changed_only_by_who_may_and_has_read_it()
    {
        var id = (await Raise("T79")).Said("id");
        var path = $"difficulties/{id}";

        (await host.As("centre").Post($"{path}/answer", new { guidance = "Khởi động lại." })).Refused(428, "if-match-missing");
        (await host.As("centre").Post($"{path}/answer", new { guidance = "Khởi động lại." }, etag: "2")).Refused(412, "difficulty-stale");
        (await host.As("centre").Post($"{path}/answer", new { guidance = "" }, etag: "1")).Refused(422, "difficulty-invalid");
        (await host.As("centre").Post($"{path}/assign", new { unit = "KHONG-CO" }, etag: "1")).Refused(422, "difficulty-assignee");
        (await host.As("centre").Post($"{path}/assign", new { unit = "V14", dueAt = "2018-01-01T00:00:00Z" }, etag: "1"))
            .Refused(422, "difficulty-limit");
        (await host.As("centre").Post($"{path}/close", new { }, etag: "1")).Refused(422, "reason-missing");
        (await host.As("reporter-T79").Post($"{path}/answer", new { guidance = "Tự trả lời." }, etag: "1")).Refused(403, "not-permitted");
        (await host.As("reporter-T79").Post($"{path}/close", new { }, etag: "1")).Refused(409, "difficulty-not-answered");
        (await host.As("reporter-T79").Post($"{path}/reopen", new { reason = "Chưa." }, etag: "1")).Refused(409, "difficulty-still-open");
        (await host.As("leader-1").Post($"{path}/close", new { reason = "Thôi." }, etag: "1")).Refused(403, "not-permitted");
        (await host.As("reporter-V14").Post($"{path}/answer", new { guidance = "Không được giao." }, etag: "1"))
            .Refused(404, "difficulty-unknown");
        (await host.As("reporter-V14").Get(path)).Refused(404, "difficulty-unknown");
        (await host.As("centre").Get("difficulties/d000000000000000")).Refused(404, "difficulty-unknown");
        (await host.As("centre").Get(path)).Done().ETag.ShouldBe("1");
    }

    [Fact]
    public async Task Lists_it_to_its_unit_to_those_above_and_to_who_is_to_answer()
    {
        await using var own = await AHost.Start();
        async Task<string> RaiseIn(string unit, string title) =>
            (await own.As($"reporter-{unit}").Post("difficulties", new { area = "other", title }, Person.NewKey())).Done().Said("id");
        var first = await RaiseIn("T84-CL", "Một");
        await RaiseIn("T84-CL", "Hai");
        await RaiseIn("T84", "Ba");
        await RaiseIn("T01", "Bốn");
        (await own.As("centre").Post($"difficulties/{first}/assign", new { unit = "V14", dueAt = "2018-06-03T10:00:00Z" }, etag: "1"))
            .Done();

        (await Listed("reporter-T84-CL", on: own)).ShouldBe(["T84-CL Hai", "T84-CL Một"], ignoreOrder: true);
        (await Listed("head-T84", "size=1", own)).ShouldBe(["T84 Ba", "T84-CL Hai", "T84-CL Một"]);
        (await Listed("head-T84", "unit=T84-CL&state=assigned", own)).ShouldBe(["T84-CL Một"]);
        (await Listed("reporter-V14", on: own)).ShouldBeEmpty();
        (await Listed("reporter-V14", "assignee=V14", own)).ShouldBe(["T84-CL Một"]);
        (await Listed("leader-1", "size=3", own)).Count.ShouldBe(4);
        (await own.As("reporter-V14").Get("difficulties?assignee=VP")).Refused(403, "not-permitted");
        (await own.As("reporter-T84-CL").Get("difficulties?unit=T84")).Refused(403, "not-permitted");
        foreach (var query in (string[])["state=khac", "state=raised&overdue=true", "unit=T84&assignee=V14", "unit=", "overdue=yes"])
        {
            (await own.As("centre").Get($"difficulties?{query}")).Refused(400, "difficulty-query");
        }

        (await own.As("reporter-T84-CL").Get($"difficulties?continuation={Continuation("T84/")}")).Refused(400, "paging-invalid");
        (await own.As("reporter-T84-CL").Get($"difficulties?continuation={Continuation("T84-CL/u|T84|s|")}")).Status.ShouldBe(400);

        (await Listed("centre", "overdue=true", own)).ShouldBeEmpty();
        await own.Play(new DateTimeOffset(2018, 6, 4, 9, 0, 0, VietnamTime.Offset));
        (await Listed("centre", "overdue=true", own)).ShouldBe(["T84-CL Một"]);
        (await Listed("head-T84", "overdue=true", own)).ShouldBe(["T84-CL Một"]);
    }

    [Fact]
    public async Task Tells_the_office_every_morning_in_one_mail_what_is_overdue_and_closes_what_was_answered_long_ago()
    {
        await using var own = await AHost.Start();
        foreach (var title in (string[])["Một", "Hai"])
        {
            (await own.As("reporter-T84-CL").Post("difficulties", new { area = "other", title }, Person.NewKey())).Done();
        }

        var answered = (await own.As("reporter-T84").Post("difficulties", new { area = "other", title = "Ba" }, Person.NewKey())).Done()
            .Said("id");
        (await own.As("centre").Post($"difficulties/{answered}/answer", new { guidance = "Khởi động lại." }, etag: "1")).Done();

        foreach (var (day, hour) in ((int, int)[])[(16, 9), (17, 9), (17, 18), (18, 9)])
        {
            await own.Play(new DateTimeOffset(2018, 6, day, hour, 0, 0, VietnamTime.Offset));
        }

        var digests = (await Mails("Quá hạn", own)).Where(mail => mail.StartsWith("DifficultiesOverdue", StringComparison.Ordinal))
            .ToList();
        digests.ShouldBe(["DifficultiesOverdue c2@vks.example", "DifficultiesOverdue c2@vks.example"], "on the 17th and on the 18th");

        await own.Play(new DateTimeOffset(2018, 7, 2, 9, 0, 0, VietnamTime.Offset));
        (await own.As("reporter-T84").Get($"difficulties/{answered}")).Done().Said("state").ShouldBe("closed");
    }

    private static string Said(JsonElement step, string property) => step.TryGetProperty(property, out var text) ? text.GetString()! : "";

    private static string Continuation(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));

    private async Task<Answer> Raise(string unit) => (await host.As($"reporter-{unit}").Post("difficulties", new JsonObject
    {
        ["area"] = "software",
        ["title"] = $"Không đăng nhập được ở {unit}",
        ["text"] = "Đã thử trên hai máy.",
    }, Person.NewKey())).Done();

    /// <summary>Every page: unit and title.</summary>
    private async Task<IReadOnlyList<string>> Listed(string person, string query = "", AHost? on = null)
    {
        var (listed, continuation) = (new List<string>(), (string?)null);
        do
        {
            var page = (await (on ?? host).As(person)
                .Get($"difficulties?{query}{(continuation is null ? "" : $"&continuation={continuation}")}")).Done();
            listed.AddRange(page["items"].EnumerateArray().Select(item => $"{item.GetProperty("unit")} {item.GetProperty("title")}"));
            continuation = page.Json.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);

        return listed;
    }

    /// <summary>The desk's mails whose subject says this: kind and to.</summary>
    private async Task<IReadOnlyList<string>> Mails(string subject, AHost? on = null) =>
    [
        .. (await (on ?? host).As("centre").Get("mails?cycle=kdifficulties000&size=1000")).Done()["items"].EnumerateArray()
            .Where(mail => mail.GetProperty("subject").GetString()!.Contains(subject, StringComparison.Ordinal))
            .Select(mail => $"{mail.GetProperty("kind")} {mail.GetProperty("to")}"),
    ];
}
