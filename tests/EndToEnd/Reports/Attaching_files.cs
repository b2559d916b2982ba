using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Reports;

public class Attaching_files(AHost host) : IClassFixture<AHost>
{
    private Person Reporter => host.As("reporter-V14");

    [Fact]
    public async Task Keeps_the_very_bytes_and_gives_them_out_as_a_download()
    {
        var cycle = await ACycle.Open(host, "V14");
        var file = AFile.OfSize(20 * 1024 * 1024);
        RandomNumberGenerator.Fill(file.Bytes.AsSpan(8));

        var attached = (await file.Attach(Reporter, cycle.ReportOf("V14"))).Done();
        attached.Said("sha256").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)));

        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/attachments/{attached.Said("id")}")).Refused(404, "attachment-unknown");
        var read = (await Reporter.Get($"{cycle.ReportOf("V14")}/attachments/{attached.Said("id")}")).Done();
        read.Bytes.AsSpan().SequenceEqual(file.Bytes).ShouldBeTrue();
        read.Response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        read.Response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        read.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        read.Response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Biên bản.pdf");
        read.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task Fills_a_report_only_until_files_are_removed_or_it_is_returned()
    {
        var cycle = await ACycle.Open(host, "V14");
        var ids = new List<string>();
        for (var number = 0; number < 50; number++)
        {
            ids.Add((await AFile.OfSize(10).Attach(Reporter, cycle.ReportOf("V14"))).Done().Said("id"));
        }

        (await AFile.OfSize(10).Attach(Reporter, cycle.ReportOf("V14"))).Refused(409, "attachment-too-many");
        (await Remove(Reporter, cycle, ids[1])).Done().Json.GetArrayLength().ShouldBe(49);
        (await Remove(Reporter, cycle, ids[1])).Refused(404, "attachment-unknown");
        (await Remove(host.As("centre"), cycle, ids[2])).Refused(403, "not-permitted");
        (await AFile.OfSize(10).Attach(Reporter, cycle.ReportOf("V14"))).Done();

        (await cycle.Submit("V14", AReport.Of("V14", ("danh_muc_van_ban", new JsonArray(ids[0]))))).Done();
        (await Remove(Reporter, cycle, ids[2])).Refused(409, "report-submitted-already");
        (await cycle.Return("V14", "Thiếu văn bản.")).Done();
        (await Remove(Reporter, cycle, ids[0])).Refused(409, "attachment-handed-in");
        (await AFile.OfSize(10).Attach(Reporter, cycle.ReportOf("V14"))).Done();
        (await cycle.Submit("V14", AReport.Of("V14", ("danh_muc_van_ban", new JsonArray(ids[1])))))
            .Refused(422, "report-invalid").RuleAt("/answers/danh_muc_van_ban").ShouldBe("attachment-unknown");
    }

    private static Task<Answer> Remove(Person by, ACycle cycle, string id) =>
        by.Send(HttpMethod.Delete, $"{cycle.ReportOf("V14")}/attachments/{id}", null, null, null);

    [Fact]
    public async Task Lets_the_report_name_it()
    {
        var cycle = await ACycle.Open(host, "V14");
        var id = (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"))).Done().Said("id");
        (await cycle.Submit("V14", AReport.Of("V14", ("danh_muc_van_ban", new JsonArray(new string('0', 32))))))
            .Refused(422, "report-invalid").RuleAt("/answers/danh_muc_van_ban").ShouldBe("attachment-unknown");
        (await cycle.Submit("V14", AReport.Of("V14", ("danh_muc_van_ban", new JsonArray(id))))).Done();
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/attachments/{id}")).Done();
        (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"))).Refused(409, "report-submitted-already");
    }

    [Fact]
    public async Task Again_with_the_same_key_is_the_same_file_and_another_file_is_refused()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var first = (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"), key)).Done();
        (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"), key)).Done().Bytes.ShouldBe(first.Bytes);
        (await AFile.OfSize(101).Attach(Reporter, cycle.ReportOf("V14"), key)).Refused(422, "idempotency-key-reused");
        (await AFile.OfSize(100).With(name: "Khác.pdf").Attach(Reporter, cycle.ReportOf("V14"), key))
            .Refused(422, "idempotency-key-reused");
        (await Reporter.Get($"{cycle.ReportOf("V14")}/attachments")).Done().Json.GetArrayLength().ShouldBe(1);
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/attachments")).Done().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Again_after_the_report_was_handed_in_gives_the_stored_answer()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var first = (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"), key)).Done();
        (await cycle.Submit("V14")).Done();

        (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"), key)).Done().Bytes.ShouldBe(first.Bytes);
        (await AFile.OfSize(100).Attach(Reporter, cycle.ReportOf("V14"))).Refused(409, "report-submitted-already");
    }

    [Fact]
    public async Task Many_times_at_once_with_one_key_has_one_effect_and_one_answer()
    {
        var cycle = await ACycle.Open(host, "V14");
        var key = Person.NewKey();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => AFile.OfSize(200_000).Attach(Reporter, cycle.ReportOf("V14"), key)));
        answers.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(201);
        (await Reporter.Get($"{cycle.ReportOf("V14")}/attachments")).Done().Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task That_is_not_what_was_announced_leaves_nothing_behind()
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await cycle.EverythingOf("V14");
        var report = cycle.ReportOf("V14");

        (await (AFile.OfSize(5000) with { AnnouncedHash = new byte[32] }).Attach(Reporter, report)).Refused(422, "attachment-hash");
        (await AFile.Of(new byte[5000]).Attach(Reporter, report)).Refused(415, "attachment-content");
        (await AFile.Of("MZ, a program"u8.ToArray()).Attach(Reporter, report)).Refused(415, "attachment-content");
        (await AFile.OfSize(50).With(mediaType: "text/html").Attach(Reporter, report)).Refused(415, "attachment-kind");
        (await AFile.OfSize(50).With(name: "a.exe").Attach(Reporter, report)).Refused(422, "attachment-name");
        (await AFile.Of([]).Attach(Reporter, report)).Refused(400, "attachment-length-missing");

        (await cycle.EverythingOf("V14")).ShouldBe(before);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf")]
    [InlineData("..\\windows.pdf")]
    [InlineData("/absolute.pdf")]
    [InlineData("a:stream.pdf")]
    [InlineData("fdp\u202Eexe.pdf")]
    [InlineData("a\r\nSet-Cookie: b=1.pdf")]
    [InlineData("a\0b.pdf")]
    [InlineData(".pdf")]
    [InlineData("<script>.pdf")]
    [InlineData("\"quoted\".pdf")]
    public async Task With_a_name_that_is_none_is_refused(string name)
    {
        var cycle = await ACycle.Open(host, "V14");
        (await AFile.OfSize(50).With(name: name).Attach(Reporter, cycle.ReportOf("V14"))).Refused(422, "attachment-name");
    }

    [Fact]
    public async Task With_a_name_in_decomposed_letters_stores_it_composed()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await AFile.OfSize(50).With(name: "Biên bản.pdf".Normalize(System.Text.NormalizationForm.FormD))
            .Attach(Reporter, cycle.ReportOf("V14")))
            .Done().Said("fileName").ShouldBe("Biên bản.pdf");
    }

    [Fact]
    public async Task Without_hash_or_key_is_refused()
    {
        var cycle = await ACycle.Open(host, "V14");
        var request = new HttpRequestMessage(HttpMethod.Post,
            $"{cycle.ReportOf("V14")}/attachments")
        { Content = new ByteArrayContent("%PDF-1.7"u8.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=a.pdf");
        (await Reporter.Send(request)).Refused(400, "idempotency-key-missing");
        request = new HttpRequestMessage(HttpMethod.Post,
            $"{cycle.ReportOf("V14")}/attachments")
        { Content = new ByteArrayContent("%PDF-1.7"u8.ToArray()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=abc.pdf");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Person.NewKey());
        (await Reporter.Send(request)).Refused(400, "attachment-hash-missing");
    }

    [Theory]
    [InlineData("If-Match", "\"other\"", 412)]
    [InlineData("If-Match", "*", 200)]
    [InlineData("If-Match", "its own", 200)]
    [InlineData("If-None-Match", "its own", 304)]
    public async Task Is_given_out_on_a_condition(string condition, string tag, int status)
    {
        var cycle = await ACycle.Open(host, "V14");
        var file = AFile.OfSize(1000);
        var attached = (await file.Attach(Reporter, cycle.ReportOf("V14"))).Done();
        var request = new HttpRequestMessage(HttpMethod.Get, $"{cycle.ReportOf("V14")}/attachments/{attached.Said("id")}");
        request.Headers.TryAddWithoutValidation(condition, tag == "its own" ? $"\"{attached.Said("sha256")}\"" : tag);
        var read = await Reporter.Send(request);
        read.Status.ShouldBe(status, read.Text);
        if (status == 200)
        {
            read.Bytes.ShouldBe(file.Bytes);
        }
    }

    [Fact]
    public async Task That_is_unknown_is_not_found()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await Reporter.Get($"{cycle.ReportOf("V14")}/attachments/{new string('a', 32)}")).Refused(404, "attachment-unknown");
        (await Reporter.Get($"{cycle.ReportOf("V14")}/attachments/..%2F..%2Fsecret")).Refused(404, "attachment-unknown");
    }
}
