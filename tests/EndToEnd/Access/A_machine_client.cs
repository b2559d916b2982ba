using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VksServerless.EndToEnd.Reports;

namespace VksServerless.EndToEnd.Access;

/// <summary>A software of the sector hands in a district's report.</summary>
public class A_machine_client(AHost host) : IClassFixture<AHost>
{
    private const string Unit = "T84-CL";

    private readonly Person _software = host.As("phan-mem-an-hinh-su");

    [Fact]
    public async Task Drafts_attaches_and_submits_for_a_unit_below_it_and_the_receipt_names_it()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        var draft = (await _software.Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "*")).Done();
        (await _software.Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), draft.ETag)).Done();
        var file = (await AFile.OfSize(100).Attach(_software, cycle.ReportOf(Unit))).Done().Said("id");

        var receipt = await HandIn(_software, cycle, Unit, AReport.Of(Unit, ("danh_muc_van_ban", new JsonArray(file))));

        (receipt.Said("submittedBy"), receipt["bySoftware"].GetBoolean()).ShouldBe(("Phần mềm quản lý án hình sự (mẫu)", true));
        (await _software.Get($"{cycle.ReportOf(Unit)}/versions/1/receipt")).Done().Bytes.ShouldBe(receipt.Bytes);
        (await _software.Get($"{cycle.ReportOf(Unit)}/versions/1")).Done();
        (await _software.Get($"{cycle.ReportOf(Unit)}/attachments")).Done().Json.EnumerateArray().ShouldHaveSingleItem().GetProperty("id")
            .GetString().ShouldBe(file);
        (await _software.Get(cycle.ReportOf(Unit))).Done()["obligation"].GetProperty("state").GetString().ShouldBe("submitted");
        (await cycle.Accept(Unit)).Done();
        (await cycle.MailTexts()).ShouldContain("Phần mềm nộp: Phần mềm quản lý án hình sự (mẫu)");
    }

    [Fact]
    public async Task Reads_nothing_that_people_wrote()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await host.As($"reporter-{Unit}").Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "*")).Done();
        (await cycle.Submit(Unit)).Done();

        (await _software.Get($"{cycle.ReportOf(Unit)}/draft")).Refused(403, "not-permitted");
        (await _software.Get($"{cycle.ReportOf(Unit)}/versions")).Done().Json.GetArrayLength().ShouldBe(0);
        (await _software.Get($"{cycle.ReportOf(Unit)}/versions/1")).Refused(404, "version-unknown");
        (await _software.Get($"{cycle.ReportOf(Unit)}/versions/1/receipt")).Refused(404, "version-unknown");
        (await _software.Get(cycle.ReportOf("T84"))).Done().Json.TryGetProperty("subordinates", out _).ShouldBeFalse();
        (await _software.Get($"{cycle.Path}/totals/{Unit}")).Refused(403, "not-permitted");
        (await _software.Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "*")).Refused(409, "report-submitted-already");
    }

    [Fact]
    public async Task Takes_nothing_back_and_judges_nothing()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        await HandIn(_software, cycle, Unit);
        (await _software.Post($"{cycle.ReportOf(Unit)}/withdraw")).Refused(403, "not-permitted");
        (await _software.Post($"{cycle.ReportOf(Unit)}/accept", new { version = 1 })).Refused(403, "not-permitted");
        (await _software.Post($"{cycle.ReportOf(Unit)}/return", new { version = 1, reason = "Không." })).Refused(403, "not-permitted");
        (await _software.Post($"{cycle.Path}/approvals", new { digest = "x" })).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Presents_and_the_head_signs_also_where_people_need_no_signature()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await _software.Post($"{cycle.ReportOf(Unit)}/submit", AReport.Of(Unit), Person.NewKey())).Refused(409, "signature-needed");
        var presented = (await _software.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done();
        var content = (await _software.Get($"{cycle.ReportOf(Unit)}/presented")).Done();
        Convert.ToHexStringLower(SHA256.HashData(content.Bytes)).ShouldBe(presented.Said("sha256"));

        var receipt = (await host.As($"head-{Unit}")
            .Post($"{cycle.ReportOf(Unit)}/sign", new { sha256 = presented.Said("sha256") }, Person.NewKey())).Done();

        (receipt["bySoftware"].GetBoolean(), receipt.Said("signedBy")).ShouldBe((true, host.As($"head-{Unit}").Who.Name));
        (await _software.Get($"{cycle.ReportOf(Unit)}/versions/1")).Done().Bytes.ShouldBe(content.Bytes);
    }

    [Fact]
    public async Task Of_a_unit_hands_in_for_it_and_those_below_it_alone()
    {
        var cycle = await ACycle.Open(host, "T84", Unit, "T01");
        var software = host.As("software-T84");
        await HandIn(software, cycle, "T84");
        await HandIn(software, cycle, Unit);
        (await software.Post($"{cycle.ReportOf("T01")}/submit", AReport.Of("T01"), Person.NewKey())).Refused(403, "not-permitted");
        (await software.Post($"{cycle.ReportOf("T02")}/submit", AReport.Of("T02"), Person.NewKey())).Refused(403, "not-permitted");
        (await _software.Post($"{cycle.ReportOf("T02")}/submit", AReport.Of("T02"), Person.NewKey())).Refused(404, "not-obliged");
    }

    /// <summary>What the software presents the unit's head signs.</summary>
    private async Task<Answer> HandIn(Person software, ACycle cycle, string unit, JsonObject? report = null)
    {
        var presented = (await software.Post($"{cycle.ReportOf(unit)}/present", report ?? AReport.Of(unit), Person.NewKey())).Done();
        return (await host.As($"head-{unit}").Post(
            $"{cycle.ReportOf(unit)}/sign", new { sha256 = presented.Said("sha256") }, Person.NewKey())).Done();
    }
}
