namespace VksServerless.EndToEnd.Access;

/// <summary>One person has a post of every role: the chain needs another person at each step all the same.</summary>
public class Duties_apart(AHost host) : IClassFixture<AHost>, IAsyncLifetime
{
    private const string Everyone = "minh";
    private const string Name = "Minh (mẫu)";

    public Task InitializeAsync() => host.Enrol(
        Everyone, Name, "unit-reporter@V14", "unit-head@V14", "unit-reporter@C2", "centre@C2", "leadership@VKSTC", "inspector@VKSTC");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Refuse_one_person_who_writes_accepts_and_approves()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await With("unit-reporter", "V14").Post($"{cycle.ReportOf("V14")}/submit", AReport.Of("V14"), Person.NewKey())).Done();
        (await With("centre", "C2").Post($"{cycle.ReportOf("V14")}/accept", new { version = 1 })).Refused(403, "writer-does-not-accept")
            .Said("detail").ShouldContain("Minh");
        (await cycle.StateOf("V14")).ShouldBe("submitted");

        (await cycle.Accept("V14")).Done();
        await host.WhenQuiet();
        var report = (await With("leadership", "VKSTC").Get($"{cycle.Path}/sector-report")).Done();
        (await With("leadership", "VKSTC").Post($"{cycle.Path}/approvals", new { digest = report.ETag })).Done();
    }

    [Fact]
    public async Task Refuse_the_only_approval_of_who_accepted()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await cycle.Submit("V14")).Done();
        (await With("centre", "C2").Post($"{cycle.ReportOf("V14")}/accept", new { version = 1 })).Done();
        await host.WhenQuiet();
        var report = (await With("leadership", "VKSTC").Get($"{cycle.Path}/sector-report")).Done();

        (await With("leadership", "VKSTC").Post($"{cycle.Path}/approvals", new { digest = report.ETag }))
            .Refused(403, "judge-does-not-approve-alone").Said("detail").ShouldContain("V14");
        (await cycle.Phase()).ShouldBe("awaiting-approval");

        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
    }

    [Fact]
    public async Task Refuse_who_presented_and_would_sign()
    {
        var terms = ACycle.Terms("V14");
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        var sha256 = (await With("unit-reporter", "V14").Post($"{cycle.ReportOf("V14")}/present", AReport.Of("V14"), Person.NewKey()))
            .Done().Said("sha256");

        (await With("unit-head", "V14").Post($"{cycle.ReportOf("V14")}/sign", new { sha256 }, Person.NewKey()))
            .Refused(403, "writer-does-not-sign");

        (await host.As("head-V14").Post($"{cycle.ReportOf("V14")}/sign", new { sha256 }, Person.NewKey())).Done();
        (await With("centre", "C2").Post($"{cycle.ReportOf("V14")}/accept", new { version = 1 })).Refused(403, "writer-does-not-accept");
    }

    [Fact]
    public async Task Let_the_centre_s_own_report_be_accepted_by_another_person_of_it()
    {
        var cycle = await ACycle.Open(host, "C2");
        (await With("unit-reporter", "C2").Post($"{cycle.ReportOf("C2")}/submit", AReport.Of("C2"), Person.NewKey())).Done();
        (await With("centre", "C2").Post($"{cycle.ReportOf("C2")}/accept", new { version = 1 })).Refused(403, "writer-does-not-accept");
        (await host.As("centre").Post($"{cycle.ReportOf("C2")}/accept", new { version = 1 })).Done();
    }

    [Fact]
    public async Task Refuse_who_wrote_and_would_take_back_the_return_of_it_into_acceptance()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await With("unit-reporter", "V14").Post($"{cycle.ReportOf("V14")}/submit", AReport.Of("V14"), Person.NewKey())).Done();
        (await cycle.Accept("V14")).Done();
        (await cycle.Return("V14", "Số liệu sai.", 1)).Done();

        (await With("centre", "C2").Post($"{cycle.ReportOf("V14")}/return/take-back")).Refused(403, "writer-does-not-accept");

        (await cycle.StateOf("V14")).ShouldBe("returned");
        (await cycle.TakeBackReturn("V14")).Done().Said("state").ShouldBe("accepted");
    }

    [Fact]
    public async Task Refuse_who_wrote_and_would_put_on_record_a_check_of_it()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await With("unit-reporter", "V14").Post($"{cycle.ReportOf("V14")}/submit", AReport.Of("V14"), Person.NewKey())).Done();
        var check = new { version = 1, finding = "in-order" };

        (await With("inspector", "VKSTC").Post($"{cycle.ReportOf("V14")}/inspections", check, Person.NewKey()))
            .Refused(403, "author-does-not-inspect").Said("detail").ShouldContain("Minh");
        (await host.As("inspector").Post($"{cycle.ReportOf("V14")}/inspections", check, Person.NewKey())).Done();
    }

    private Person With(string role, string unit) => host.InPost(Everyone, Name, $"{role}@{unit}");
}
