using System.Security.Cryptography;

namespace VksServerless.EndToEnd.Reports;

public class Submitting_a_report(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Gives_a_receipt_that_anyone_can_hold_against_the_content()
    {
        var cycle = await ACycle.Open(host, "V14");
        var answer = (await cycle.Submit("V14")).Done();

        answer.Status.ShouldBe(201);
        answer.Response.Headers.Location!.ToString().ShouldBe($"/api/{cycle.ReportOf("V14")}/versions/1");
        answer.Said("number").ShouldBe($"BN-{cycle.Id}-V14-001");
        answer.Said("verdict").ShouldBe("on-time");
        var content = (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/1")).Done();
        Convert.ToHexStringLower(SHA256.HashData(content.Bytes)).ShouldBe(answer.Said("sha256"));
        content.ETag.ShouldBe(answer.Said("sha256"));
        (await host.As("head-V14").Get($"{cycle.ReportOf("V14")}/versions/1/receipt")).Done().Bytes.ShouldBe(answer.Bytes);
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/2")).Refused(404, "version-unknown");
    }

    [Fact]
    public async Task Again_after_a_withdrawal_is_a_new_version_and_the_old_one_stays()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 5)))).Done();
        var first = (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/1")).Done();
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 6)))).Refused(409, "report-submitted-already");
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/withdraw")).Done().Said("state").ShouldBe("withdrawn");
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/withdraw")).Refused(409, "nothing-submitted");

        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 6)))).Done()["version"].GetInt32().ShouldBe(2);

        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/1")).Done().Bytes.ShouldBe(first.Bytes);
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions")).Done().Json.GetArrayLength().ShouldBe(2);
        (await cycle.Accept("V14", 2)).Done();
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/withdraw")).Refused(409, "report-accepted-already");
    }

    [Fact]
    public async Task Is_on_time_at_the_due_instant_and_late_a_millisecond_after()
    {
        await using var own = await AHost.Start();
        var cycle = await ACycle.Open(own, "V14", "TTR", "T84");
        await own.Play(ACycle.SupremeDue);
        (await cycle.Submit("V14")).Done().Said("verdict").ShouldBe("on-time");
        await own.Play(ACycle.SupremeDue.AddMilliseconds(1));
        (await cycle.Submit("TTR")).Done().Said("verdict").ShouldBe("late");

        await own.Play(ACycle.Closing);
        (await cycle.Submit("T84")).Done().Said("verdict").ShouldBe("late");
        (await own.As("reporter-T84").Post($"{cycle.ReportOf("T84")}/withdraw")).Done();
        var before = await cycle.EverythingOf("T84");
        await own.Play(ACycle.Closing.AddMilliseconds(1));
        (await cycle.Submit("T84")).Status.ShouldBe(409);
        (await cycle.StateOf("T84")).ShouldBe("withdrawn");
        before.ShouldContain("withdrawn");
    }

    [Fact]
    public async Task After_the_units_own_closing_is_refused_while_others_still_may()
    {
        await using var own = await AHost.Start();
        var cycle = await ACycle.Open(own, "V14", "T84");
        (await own.As("centre").Post($"{cycle.Path}/extensions", new { units = new[] { "T84" }, dueAt = ACycle.At(8, 10), reason = "Lũ." }))
            .Done();
        await own.Play(ACycle.Closing.AddMilliseconds(1));
        var before = await cycle.EverythingOf("V14");
        (await cycle.Submit("V14")).Refused(409, "report-closed");
        (await AFile.Of("%PDF-1.7"u8.ToArray()).Attach(own.As("reporter-V14"), cycle.ReportOf("V14"))).Refused(409, "report-closed");
        (await cycle.EverythingOf("V14")).ShouldBe(before);
        (await cycle.Submit("T84")).Done().Said("verdict").ShouldBe("on-time");
    }

    [Fact]
    public async Task A_return_does_not_make_a_punctual_unit_late()
    {
        await using var own = await AHost.Start();
        var cycle = await ACycle.Open(own, "V14");
        (await cycle.Submit("V14")).Done();
        await own.Play(ACycle.SupremeDue.AddDays(1));
        (await cycle.Return("V14", "Bổ sung.")).Done();
        (await cycle.Submit("V14")).Done().Said("verdict").ShouldBe("on-time");
    }

    [Fact]
    public async Task With_the_same_key_and_body_gives_the_same_receipt()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var first = (await cycle.Submit("V14", key: key)).Done();
        var again = (await cycle.Submit("V14", key: key)).Done();
        (again.Status, again.Text, again.Response.Headers.Location).ShouldBe((first.Status, first.Text, first.Response.Headers.Location));
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 77)), key)).Refused(422, "idempotency-key-reused");
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", -77)), key)).Refused(422, "idempotency-key-reused");
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", -77)))).Refused(422, "report-invalid");
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions")).Done().Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Many_times_at_once_with_one_key_has_one_effect_and_one_answer()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => cycle.Submit("V14", key: key)));
        answers.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Item1.ShouldBe(201);
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions")).Done().Json.GetArrayLength().ShouldBe(1);
        await host.WhenQuiet();
        (await cycle.Mails()).Count(mail => mail.Kind == "ReportSubmitted").ShouldBe(1);
    }

    [Fact]
    public async Task With_the_same_key_after_a_return_gives_the_old_receipt_and_no_new_version()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var first = (await cycle.Submit("V14", key: key)).Done();
        (await cycle.Return("V14", "Bổ sung.")).Done();

        (await cycle.Submit("V14", key: key)).Done().Bytes.ShouldBe(first.Bytes);
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 77)), key)).Refused(422, "idempotency-key-reused");
        (await cycle.StateOf("V14")).ShouldBe("returned");
        (await cycle.Submit("V14")).Done()["version"].GetInt32().ShouldBe(2);
        (await cycle.Submit("V14", key: key)).Done().Bytes.ShouldBe(first.Bytes);
    }

    [Fact]
    public async Task Different_reports_at_once_under_one_key_gives_each_its_own_answer_or_refuses()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(number => cycle.Submit("V14", AReport.Of("V14", ("may_tinh", number)), key)));
        var taken = answers.Index().Single(answer => answer.Item.Status == 201);
        foreach (var other in answers.Where(answer => answer != taken.Item))
        {
            other.Refused(422, "idempotency-key-reused");
        }

        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/1")).Done()["answers"].GetProperty("may_tinh").GetInt32()
            .ShouldBe(taken.Index);
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions")).Done().Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task With_a_key_that_another_person_uses_is_another_request()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        (await cycle.Submit("V14", key: key)).Done();
        (await host.As("head-V14").Post($"{cycle.ReportOf("V14")}/submit", AReport.Of("V14"), key))
            .Refused(409, "report-submitted-already");
    }

    [Fact]
    public async Task That_is_then_withdrawn_stays_readable_with_its_receipt_for_whoever_reads_the_report()
    {
        var cycle = await ACycle.Open(host, "T84", "T84-CL", "T84-CN");
        (await cycle.Submit("T84-CL")).Done();
        (await host.As("reporter-T84-CL").Post($"{cycle.ReportOf("T84-CL")}/withdraw")).Done();
        foreach (var reader in new[] { "reporter-T84-CL", "head-T84", "centre", "inspector" })
        {
            (await host.As(reader).Get($"{cycle.ReportOf("T84-CL")}/versions/1")).Done();
            (await host.As(reader).Get($"{cycle.ReportOf("T84-CL")}/versions/1/receipt")).Done();
        }

        (await host.As("head-T84-CN").Get($"{cycle.ReportOf("T84-CL")}/versions/1")).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Before_the_cycle_has_opened_says_when_to_try_again()
    {
        var terms = ACycle.Terms("V14");
        terms["opensAt"] = ACycle.At(6, 15, 8);
        var cycle = await ACycle.Open(host, terms);
        (await cycle.Submit("V14")).Refused(409, "cycle-opening").Said("detail").ShouldContain("15/06/2018");
    }

    [Fact]
    public async Task Many_different_reports_at_once_takes_exactly_one()
    {
        var cycle = await ACycle.Open(host, "V14");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(number => cycle.Submit("V14", AReport.Of("V14", ("may_tinh", number)))));
        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var other in answers.Where(answer => answer.Status != 201))
        {
            other.Refused(409, "report-submitted-already");
        }
    }

    [Theory]
    [InlineData(null, "idempotency-key-missing", "Gửi kèm tiêu đề")]
    [InlineData("short", "idempotency-key-invalid", "quá ngắn: 5 ký tự")]
    [InlineData("0123456789 123456789", "idempotency-key-invalid", "không có dấu cách")]
    [InlineData("0123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-",
        "idempotency-key-invalid", "quá dài: 101 ký tự")]
    public async Task Without_a_proper_key_is_refused(string? key, string type, string said)
    {
        var cycle = await ACycle.Open(host, "V14");
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/submit", AReport.Of("V14"), key)).Refused(400, type).Said("detail")
            .ShouldContain(said);
        (await cycle.StateOf("V14")).ShouldBe("owed");
    }

    [Fact]
    public async Task Any_visible_characters_make_a_key()
    {
        var cycle = await ACycle.Open(host, "V14");
        const string key = "a/b\\c#d?e%25'f\"g..h|i";
        var first = (await cycle.Submit("V14", key: key)).Done();
        (await cycle.Submit("V14", key: key)).Done().Bytes.ShouldBe(first.Bytes);
    }
}
