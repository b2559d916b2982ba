using System.Security.Cryptography;

namespace VksServerless.EndToEnd.Reports;

/// <summary>In a cycle in which the head of each unit signs before its report goes up.</summary>
public class Signing_off(AHost host) : IClassFixture<AHost>
{
    private const string Unit = "V14";

    private readonly Person _reporter = host.As($"reporter-{Unit}");
    private readonly Person _head = host.As($"head-{Unit}");

    [Fact]
    public async Task Of_a_report_by_the_head_hands_in_the_very_bytes_that_were_presented()
    {
        var cycle = await Open();
        var presented = (await Present(cycle)).Done();
        presented.Status.ShouldBe(201);
        (await cycle.StateOf(Unit)).ShouldBe("owed");
        var read = (await _head.Get($"{cycle.ReportOf(Unit)}/presented")).Done();
        (read.ETag, Convert.ToHexStringLower(SHA256.HashData(read.Bytes))).ShouldBe((presented.Said("sha256"), presented.Said("sha256")));

        var receipt = (await Sign(cycle, _head, read.ETag!)).Done();

        (receipt.Status, receipt.Said("sha256"), receipt["version"].GetInt32()).ShouldBe((201, read.ETag, 1));
        (receipt.Said("submittedBy"), receipt.Said("signedBy")).ShouldBe((_reporter.Who.Name, _head.Who.Name));
        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions/1")).Done().Bytes.ShouldBe(read.Bytes);
        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions/1/receipt")).Done().Bytes.ShouldBe(receipt.Bytes);
        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions")).Done().Json[0].GetProperty("signedBy").GetString()
            .ShouldBe(_head.Who.Name);
        (await host.As("centre").Get(cycle.ReportOf(Unit))).Done()["signing"].GetProperty("signedBy").GetString().ShouldBe(_head.Who.Name);
        (await cycle.Accept(Unit)).Done();
    }

    [Fact]
    public async Task Is_undone_by_who_may_sign_with_a_reason_and_who_judges_is_told()
    {
        var terms = ACycle.Terms("T84", "T84-CL");
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        var (head, path) = (host.As("head-T84-CL"), $"{cycle.ReportOf("T84-CL")}/withdraw");
        var presented = await host.As("reporter-T84-CL").Post($"{cycle.ReportOf("T84-CL")}/present", AReport.Of("T84-CL"), Person.NewKey());
        (await head.Post($"{cycle.ReportOf("T84-CL")}/sign", new { sha256 = presented.Done().Said("sha256") }, Person.NewKey())).Done();

        (await host.As("reporter-T84-CL").Post(path, new { reason = "Nhầm." })).Refused(403, "withdrawal-needs-signatory");
        (await head.Post(path)).Refused(422, "reason-missing");
        (await head.Post(path, new { reason = " " })).Refused(422, "reason-missing");
        (await head.Post(path, new { reason = "Nhầm biểu số 2." })).Done()["withdrawn"].GetProperty("reason").GetString()
            .ShouldBe("Nhầm biểu số 2.");
        await host.WhenQuiet();

        (await cycle.Mails()).ShouldContain(mail => mail.To == "t84@vks.example" && mail.Subject.StartsWith("[Đã rút]"));
        (await cycle.MailTexts()).ShouldContain($"Người rút: {head.Who.Name}\nLý do: Nhầm biểu số 2.");
    }

    [Fact]
    public async Task Stands_when_a_return_is_taken_back_so_that_the_reporter_alone_withdraws_nothing()
    {
        var cycle = await Open();
        (await Sign(cycle, _head, (await Present(cycle)).Done().Said("sha256"))).Done();
        (await cycle.Return(Unit, "Xem lại.")).Done();
        (await _reporter.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit, ("may_tinh", 99)), Person.NewKey())).Done();
        (await cycle.TakeBackReturn(Unit)).Done();

        (await host.As("centre").Get(cycle.ReportOf(Unit))).Done()["signing"].GetProperty("signedBy").GetString()
            .ShouldBe(_head.Who.Name);
        (await _reporter.Post($"{cycle.ReportOf(Unit)}/withdraw", new { reason = "Nhầm." })).Refused(403, "withdrawal-needs-signatory");
    }

    [Fact]
    public async Task Is_not_left_out_by_submitting()
    {
        var cycle = await Open();
        (await cycle.Submit(Unit)).Refused(409, "signature-needed").Said("detail").ShouldContain("trình ký");
        (await cycle.StateOf(Unit)).ShouldBe("owed");

        (await _head.Post($"{cycle.ReportOf(Unit)}/submit", AReport.Of(Unit), Person.NewKey())).Refused(409, "signature-needed");
    }

    [Fact]
    public async Task Is_told_by_mail_at_each_step()
    {
        var cycle = await Open();
        (await Present(cycle)).Done();
        (await SendBack(cycle, _head, "Bổ sung số liệu quý II.")).Done().Said("state").ShouldBe("sent-back");
        await host.WhenQuiet();

        (await cycle.Mails()).Select(mail => mail.Kind).ShouldBe(["UnitObliged", "ReportPresented", "ReportSentBack"], ignoreOrder: true);
        (await cycle.MailTexts()).ShouldContain("Bổ sung số liệu quý II.");
    }

    [Fact]
    public async Task Is_waited_for_by_the_reminders_which_say_so()
    {
        await using var own = await AHost.Start();
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(own, terms);
        (await own.As($"reporter-{Unit}").Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done();

        await own.Play(ACycle.SupremeDue);

        (await cycle.MailTexts()).ShouldContain("Thủ trưởng chưa ký duyệt");
        var sha256 = (await own.As($"head-{Unit}").Get($"{cycle.ReportOf(Unit)}/presented")).Done().ETag;
        await own.Play(ACycle.SupremeDue.AddMilliseconds(1));
        (await own.As($"head-{Unit}").Post($"{cycle.ReportOf(Unit)}/sign", new { sha256 }, Person.NewKey())).Done().Said("verdict")
            .ShouldBe("late");
    }

    [Fact]
    public async Task Of_what_was_sent_back_waits_for_the_next_presentation()
    {
        var cycle = await Open();
        var first = (await Present(cycle)).Done().Said("sha256");
        (await SendBack(cycle, _head, " ")).Refused(422, "reason-missing");
        (await SendBack(cycle, _head, "Bổ sung.")).Done();

        (await Sign(cycle, _head, first)).Refused(409, "nothing-presented");
        (await _head.Get($"{cycle.ReportOf(Unit)}/presented")).Refused(409, "nothing-presented");
        (await _reporter.Get(cycle.ReportOf(Unit))).Done()["signing"].GetProperty("sentBack").GetProperty("reason").GetString()
            .ShouldBe("Bổ sung.");
        (await host.As("centre").Get(cycle.ReportOf(Unit))).Done()["signing"].TryGetProperty("sentBack", out _).ShouldBeFalse();
        var second = (await Present(cycle, 7)).Done();
        second["number"].GetInt32().ShouldBe(2);
        (await Sign(cycle, _head, second.Said("sha256"))).Done()["version"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Of_what_has_been_replaced_or_is_being_mended_is_refused()
    {
        var cycle = await Open();
        var first = (await Present(cycle)).Done().Said("sha256");
        var second = (await Present(cycle, 7)).Done().Said("sha256");
        (await Sign(cycle, _head, first)).Refused(412, "presentation-replaced");

        (await _reporter.Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "Zm9yZWlnbg")).Refused(412, "report-stale");
        (await _head.Get($"{cycle.ReportOf(Unit)}/presented")).Done().ETag.ShouldBe(second);
        (await _reporter.Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "*")).Refused(412, "report-stale");
        var draft = (await _reporter.Get($"{cycle.ReportOf(Unit)}/draft")).Done();
        draft["answers"].GetProperty("may_tinh").GetInt32().ShouldBe(7);
        (await _reporter.Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), draft.ETag)).Done();
        (await Sign(cycle, _head, second)).Refused(409, "nothing-presented");
        (await cycle.StateOf(Unit)).ShouldBe("owed");
    }

    [Fact]
    public async Task Beside_new_presentations_signs_one_of_them_and_that_one_as_it_was_read()
    {
        var cycle = await Open();
        var read = (await Present(cycle, 0)).Done().Said("sha256");
        var presenting = Enumerable.Range(1, 6).Select(number => Present(cycle, number)).ToList();
        var signed = await Sign(cycle, _head, read);
        await Task.WhenAll(presenting);

        if (signed.Status == 201)
        {
            signed.Said("sha256").ShouldBe(read);
            presenting.Select(answer => answer.Result).Where(answer => answer.Status != 201)
                .ShouldAllBe(answer => answer.Said("type") == "/problems/report-submitted-already");
        }
        else
        {
            signed.Refused(412, "presentation-replaced");
            (await Sign(cycle, _head, (await _head.Get($"{cycle.ReportOf(Unit)}/presented")).Done().ETag!)).Done();
        }

        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions")).Done().Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Again_with_the_same_key_gives_the_same_answer_whatever_has_happened_since()
    {
        var cycle = await Open();
        var (presenting, signing) = (Person.NewKey(), Person.NewKey());
        var presented = (await Present(cycle, 3, presenting)).Done();
        (await Present(cycle, 3, presenting)).Done().Bytes.ShouldBe(presented.Bytes);
        (await Present(cycle, 4, presenting)).Refused(422, "idempotency-key-reused");
        var receipts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Sign(cycle, _head, presented.Said("sha256"), signing)));
        receipts.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(201);
        (await cycle.Return(Unit, "Bổ sung.")).Done();

        (await Present(cycle, 3, presenting)).Done().Bytes.ShouldBe(presented.Bytes);
        (await Sign(cycle, _head, presented.Said("sha256"), signing)).Done().Bytes.ShouldBe(receipts[0].Bytes);
        (await cycle.StateOf(Unit)).ShouldBe("returned");
        (await Sign(cycle, _head, presented.Said("sha256"))).Refused(409, "nothing-presented");
    }

    [Fact]
    public async Task Of_an_incomplete_report_is_not_asked_for()
    {
        var cycle = await Open();
        (await _reporter.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit, ("may_tinh", -1), ("so_can_bo", null)), Person.NewKey()))
            .Refused(422, "report-invalid").RuleAt("/answers/so_can_bo").ShouldBe("required");
        (await _reporter.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit))).Refused(400, "idempotency-key-missing");
        (await _head.Post($"{cycle.ReportOf(Unit)}/sign", new { }, Person.NewKey())).Refused(400, "body-malformed");
    }

    [Fact]
    public async Task Is_nothing_in_a_cycle_that_does_not_demand_it()
    {
        var cycle = await ACycle.Open(host, Unit);
        (await Present(cycle)).Refused(409, "signature-not-needed");
        var receipt = (await cycle.Submit(Unit)).Done();
        receipt.Json.TryGetProperty("signedBy", out _).ShouldBeFalse();
        (await host.As("centre").Get(cycle.ReportOf(Unit))).Done().Json.TryGetProperty("signing", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_not_the_superiors_to_do_nor_to_read()
    {
        var terms = ACycle.Terms("T84", "T84-CL");
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        var sha256 = (await host.As("reporter-T84-CL").Post($"{cycle.ReportOf("T84-CL")}/present", AReport.Of("T84-CL"), Person.NewKey()))
            .Done().Said("sha256");
        foreach (var stranger in (string[])["head-T84", "centre", "reporter-T84-CL", "phan-mem-an-hinh-su"])
        {
            (await host.As(stranger).Post($"{cycle.ReportOf("T84-CL")}/sign", new { sha256 }, Person.NewKey())).Status.ShouldBe(403);
            (await host.As(stranger).Post($"{cycle.ReportOf("T84-CL")}/send-back", new { reason = "Không." })).Status.ShouldBe(403);
        }

        (await host.As("head-T84").Get($"{cycle.ReportOf("T84-CL")}/presented")).Refused(403, "not-permitted");
    }

    private async Task<ACycle> Open()
    {
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        return await ACycle.Open(host, terms);
    }

    private Task<Answer> Present(ACycle cycle, int computers = 5, string? key = null) =>
        _reporter.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit, ("may_tinh", computers)), key ?? Person.NewKey());

    private static Task<Answer> Sign(ACycle cycle, Person by, string sha256, string? key = null) =>
        by.Post($"{cycle.ReportOf(Unit)}/sign", new { sha256 }, key ?? Person.NewKey());

    private static Task<Answer> SendBack(ACycle cycle, Person by, string reason) =>
        by.Post($"{cycle.ReportOf(Unit)}/send-back", new { reason });
}
