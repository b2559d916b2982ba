namespace VksServerless.EndToEnd.Access;

/// <summary>The head of V14 lets a colleague sign on dated days. The clock moves, so each sentence has a host of its own.</summary>
public sealed class Delegating_the_signature : IAsyncLifetime, IAsyncDisposable
{
    private const string Unit = "V14";

    private readonly AHost _host = new();
    private ACycle _cycle = null!;
    private string _sha256 = null!;

    private Person Head => _host.As($"head-{Unit}");

    private Person Deputy => _host.AsColleague("deputy", "Phạm Thị Dung (mẫu)", Unit);

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Enrol("deputy", Deputy.Who.Name, $"unit-reporter@{Unit}", "unit-reporter@T01");
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        _cycle = await ACycle.Open(_host, terms);
        _sha256 = (await _host.As($"reporter-{Unit}").Post($"{_cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done()
            .Said("sha256");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task Lets_the_delegate_sign_on_the_days_that_it_names_and_the_receipt_says_for_whom()
    {
        (await Give("2018-06-04", "2018-06-05")).Done().Said("name").ShouldBe("Phạm Thị Dung");
        (await Sign()).Refused(403, "not-signatory").Said("detail").ShouldContain("ủy quyền");
        await _host.SetClock(ACycle.At(6, 4, 0).AddTicks(-1));
        (await Sign()).Refused(403, "not-signatory");
        await _host.SetClock(ACycle.At(6, 4, 0));

        (await Sign()).Done().Said("signedBy").ShouldBe($"TUQ. {Head.Who.Name}: Phạm Thị Dung (mẫu)");
    }

    [Fact]
    public async Task Lets_nobody_sign_after_its_last_day()
    {
        (await Give("2018-06-04", "2018-06-05")).Done();
        await _host.SetClock(ACycle.At(6, 6, 0));
        (await Sign()).Refused(403, "not-signatory");
        (await Deputy.Post($"{_cycle.ReportOf(Unit)}/send-back", new { reason = "Bổ sung." })).Refused(403, "not-signatory");
    }

    [Fact]
    public async Task Is_revoked_from_a_day_on_and_stays_on_record()
    {
        var id = (await Give("2018-06-01", "2018-06-30")).Done().Said("id");
        (await Revoke(id, "2018-05-31")).Refused(422, "delegation-invalid").RuleAt("/from").ShouldBe("in-the-past");
        (await Revoke(id, "2018-07-01")).Refused(409, "delegation-ends-before");
        (await Revoke(new string('0', 32), "2018-06-03")).Refused(404, "delegation-unknown");
        (await Revoke(id, "2018-06-03")).Done()["revoked"].GetProperty("from").GetString().ShouldBe("2018-06-03");
        (await Deputy.Post($"{_cycle.ReportOf(Unit)}/send-back", new { reason = "Bổ sung." })).Done();
        _sha256 = (await _host.As($"reporter-{Unit}").Post($"{_cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done()
            .Said("sha256");

        await _host.SetClock(ACycle.At(6, 3, 0));

        (await Sign()).Refused(403, "not-signatory");
        foreach (var reader in (string[])["centre", "inspector", $"head-{Unit}"])
        {
            var given = (await _host.As(reader).Get($"units/{Unit}/delegations")).Done().Json.EnumerateArray().ShouldHaveSingleItem();
            (given.GetProperty("to").GetString(), given.GetProperty("revoked").GetProperty("reason").GetString())
                .ShouldBe(("2018-06-30", "Thủ trưởng về sớm."));
        }
    }

    [Fact]
    public async Task Is_not_handed_on_nor_given_by_anyone_but_the_head()
    {
        (await Give("2018-06-01", "2018-06-30")).Done();
        (await Deputy.Post($"units/{Unit}/delegations", Body("2018-06-01", "2018-06-30", "friend"), Person.NewKey()))
            .Refused(403, "not-permitted");
        (await _host.As("head-T01").Post($"units/{Unit}/delegations", Body("2018-06-01", "2018-06-30", "friend"), Person.NewKey()))
            .Refused(403, "not-permitted");
        var abroad = _host.AsColleague("deputy", "Người khác (mẫu)", "T01");
        (await abroad.Post($"{_cycle.ReportOf(Unit)}/sign", new { sha256 = _sha256 }, Person.NewKey())).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Under_one_key_is_given_once_and_to_twenty_at_most()
    {
        var key = Person.NewKey();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Give("2018-06-01", "2018-06-02", key)));
        answers.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(201);
        (await Give("2018-06-01", "2018-06-03", key)).Refused(422, "idempotency-key-reused");
        foreach (var _ in Enumerable.Range(1, 19))
        {
            (await Give("2018-06-01", "2018-06-02")).Done();
        }

        (await Give("2018-06-01", "2018-06-02")).Refused(409, "delegations-too-many");
        await _host.SetClock(ACycle.At(6, 3));
        (await Give("2018-06-03", "2018-06-03")).Done();
        (await Give("2018-06-01", "2018-06-02", key)).Done().Bytes.ShouldBe(answers[0].Bytes);
    }

    [Fact]
    public async Task With_faults_names_each_at_its_place()
    {
        var answer = (await Head.Post($"units/{Unit}/delegations", Body("2018-06-01", "2019-06-01", Head.Who.Id), Person.NewKey()))
            .Refused(422, "delegation-invalid");
        (answer.RuleAt("/person"), answer.RuleAt("/to")).ShouldBe(("oneself", "too-long"));
        (await Head.Post($"units/{Unit}/delegations", new { person = "deputy" }, Person.NewKey())).Refused(400, "body-malformed");
    }

    [Fact]
    public async Task Is_not_given_to_a_person_whom_the_register_does_not_know_as_a_reporter_of_the_unit()
    {
        foreach (var person in (string[])["nobody", "reporter-T01", "centre", "head-T01"])
        {
            (await Head.Post($"units/{Unit}/delegations", Body("2018-06-01", "2018-06-02", person), Person.NewKey()))
                .Refused(422, "delegation-invalid").RuleAt("/person").ShouldBe("not-a-reporter");
        }

        (await Head.Post($"units/{Unit}/delegations", Body("2018-06-01", "2018-06-02", $"reporter-{Unit}"), Person.NewKey())).Done();
    }

    private static object Body(string from, string to, string person = "deputy") =>
        new { person, name = "Phạm Thị Dung", from, to, reason = "Thủ trưởng đi công tác." };

    private Task<Answer> Give(string from, string to, string? key = null) =>
        Head.Post($"units/{Unit}/delegations", Body(from, to), key ?? Person.NewKey());

    private Task<Answer> Revoke(string id, string from) =>
        Head.Post($"units/{Unit}/delegations/{id}/revoke", new { from, reason = "Thủ trưởng về sớm." });

    private Task<Answer> Sign() => Deputy.Post($"{_cycle.ReportOf(Unit)}/sign", new { sha256 = _sha256 }, Person.NewKey());
}
