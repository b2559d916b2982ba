using System.Security.Cryptography;
using System.Text;
using VksServerless.Application.Reports;
using VksServerless.Contracts.Blobs;
using VksServerless.Contracts.Ports;
using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Contracts.Reports;

public abstract class AttachmentContract : PortContract
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private const int Most = AttachmentRules.MostFiles;

    [Fact]
    public async Task What_was_added_is_listed_and_opened_as_it_came()
    {
        var added = (await Add("Biên bản họp")).Value;

        added.Length.ShouldBe(Encoding.UTF8.GetByteCount("Biên bản họp"));
        added.Sha256.ShouldBe(Sha256.Over(Encoding.UTF8.GetBytes("Biên bản họp")));
        (await Listed()).ShouldBe([added]);
        (await Opened()).ShouldBe("Biên bản họp");
    }

    [Fact]
    public async Task What_is_removed_makes_room_and_is_still_opened_by_what_names_it()
    {
        (await Add("Biên bản họp")).Refused.ShouldBeFalse();

        (await Host<IAttachments>().Remove(Sample.Id(), Sample.Unit(1), Id, Sample.Now, None)).ShouldBeTrue();

        (await Host<IAttachments>().Remove(Sample.Id(), Sample.Unit(1), Id, Sample.Now, None)).ShouldBeFalse();
        (await Listed()).ShouldBeEmpty();
        (await Opened()).ShouldBe("Biên bản họp");
        (await Add("Biên bản họp")).Refusal.ShouldBe(Refusal.KeyReused);
        var other = Announced("Biên bản khác", "0123456789abcdef0123456789abcde0");
        (await Host<IAttachments>().Add(Sample.Id(), Sample.Unit(1), other, 1, Stream("Biên bản khác"), (_, _, _) => null, None))
            .Refused.ShouldBeFalse();
        (await Listed()).ShouldHaveSingleItem().Id.ShouldBe(other.Id);
    }

    [Fact]
    public async Task The_keeper_is_told_the_facts()
    {
        (long Length, string Sha256, string Head) told = default;
        await Host<IAttachments>().Add(
            Sample.Id(), Sample.Unit(1), Announced(), Most, Stream("abc"), (length, sha256, head) =>
            {
                told = (length, sha256, Encoding.UTF8.GetString(head.Span));
                return null;
            },
            None);

        told.ShouldBe((3, Convert.ToHexStringLower(SHA256.HashData("abc"u8)), "abc"));
    }

    [Fact]
    public async Task Nothing_stays_of_what_is_refused()
    {
        var refusal = new Refusal(RefusalKind.UnsupportedKind, "kind", "Loại tệp không được nhận", "Chỉ nhận tệp PDF.");

        var outcome = await Host<IAttachments>().Add(
            Sample.Id(), Sample.Unit(1), Announced(), Most, Stream("MZ"), (_, _, _) => refusal, None);

        outcome.Refusal.ShouldBe(refusal);
        await NothingIsThere();
    }

    [Fact]
    public async Task Nothing_stays_of_a_stream_that_breaks_off()
    {
        await Should.ThrowAsync<IOException>(() =>
            Host<IAttachments>()
                .Add(Sample.Id(), Sample.Unit(1), Announced(), Most, new BreakingStream(new byte[300_000]), (_, _, _) => null, None));

        await NothingIsThere();
        (await Add("lần hai")).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_attachment()
    {
        var first = (await Add("Biên bản")).Value;

        var again = await Add("Biên bản", Announced("Biên bản") with { At = Sample.Now.AddHours(1), ByName = "Người khác" });

        again.Value.ShouldBe(first);
        (await Listed()).ShouldBe([first]);
    }

    [Fact]
    public async Task The_same_file_from_many_at_once_is_one_attachment()
    {
        var added = await AtOnce(8, number => Add("Biên bản", Announced("Biên bản") with { At = Sample.Now.AddSeconds(number) }));

        added.Select(outcome => outcome.Value).Distinct().ShouldBe(await Listed());
        (await Opened()).ShouldBe("Biên bản");
    }

    [Fact]
    public async Task Another_file_under_the_same_id_is_refused_and_the_first_stays()
    {
        var first = (await Add("Biên bản")).Value;

        (await Add("Nội dung khác")).Refusal.ShouldBe(Refusal.KeyReused);
        (await Add("Biên bản", Announced("Biên bản") with { FileName = "khac.pdf" })).Refusal.ShouldBe(Refusal.KeyReused);

        (await Listed()).ShouldBe([first]);
        (await Opened()).ShouldBe("Biên bản");
    }

    [Fact]
    public async Task When_its_row_cannot_be_written_the_content_goes_again()
    {
        var dying = Host<IAttachments>(rows: new FaultyRows(Rows, atCommit: 1, before: true));

        await Should.ThrowAsync<IOException>(() =>
            dying.Add(Sample.Id(), Sample.Unit(1), Announced(), Most, Stream("Biên bản"), (_, _, _) => null, None));

        await NothingIsThere();
    }

    [Fact]
    public async Task When_only_the_reply_is_lost_the_attachment_is_whole()
    {
        var dying = Host<IAttachments>(rows: new FaultyRows(Rows, atCommit: 1, before: false));

        await Should.ThrowAsync<IOException>(() =>
            dying.Add(Sample.Id(), Sample.Unit(1), Announced(), Most, Stream("Biên bản"), (_, _, _) => null, None));

        (await Opened()).ShouldBe("Biên bản");
        (await Add("Biên bản")).Value.ShouldBe((await Listed()).Single());
    }

    [Fact]
    public async Task One_units_files_are_not_anothers()
    {
        await Add("Biên bản");

        (await Host<IAttachments>().List(Sample.Id(), Sample.Unit(2), None)).ShouldBeEmpty();
        (await Host<IAttachments>().Open(Sample.Id(), Sample.Unit(2), Id, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Different_files_under_one_id_at_once_are_one_attachment_and_the_others_are_refused()
    {
        var added = await AtOnce(8, number => Add($"Biên bản {number}"));

        var kept = added.Single(outcome => !outcome.Refused).Value;
        added.Where(outcome => outcome.Refused).ShouldAllBe(outcome => outcome.Refusal == Refusal.KeyReused);
        (await Listed()).ShouldBe([kept]);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await Opened()))).ShouldBe(kept.Sha256.ToString());
    }

    [Fact]
    public async Task Files_that_come_at_once_do_not_exceed_what_a_report_may_have()
    {
        const int already = AttachmentRules.MostFiles - 3;
        for (var number = 0; number < already; number++)
        {
            (await Add("Biên bản", Announced("Biên bản", IdOf(number)))).Refused.ShouldBeFalse();
        }

        var added = await AtOnce(8, number => Add("Biên bản", Announced("Biên bản", IdOf(already + number))));

        added.Count(outcome => !outcome.Refused).ShouldBe(3);
        added.Where(outcome => outcome.Refused).ShouldAllBe(outcome => outcome.Refusal == AttachmentRefusals.TooMany(Most));
        (await Listed()).Count.ShouldBe(AttachmentRules.MostFiles);
        foreach (var (number, outcome) in added.Index())
        {
            (await Blob(BlobOf(IdOf(already + number))) is null).ShouldBe(outcome.Refused, "what is refused leaves nothing behind");
        }

        (await Add("Biên bản", Announced("Biên bản", IdOf(0)))).Value.Id.ShouldBe(IdOf(0), "asking again is not one more");
    }

    private static string IdOf(int number) => $"{number:x32}";

    private static Attachment Announced(string text = "", string id = Id) => new(
        id, "bien-ban.pdf", "application/pdf", Encoding.UTF8.GetByteCount(text), Sha256.Over(Encoding.UTF8.GetBytes(text)), Sample.Now,
        "Trần Văn Bình");

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<Outcome<Attachment>> Add(string text, Attachment? announced = null) =>
        Host<IAttachments>().Add(Sample.Id(), Sample.Unit(1), announced ?? Announced(text), Most, Stream(text), (_, _, _) => null, None);

    private Task<IReadOnlyList<Attachment>> Listed() => Host<IAttachments>().List(Sample.Id(), Sample.Unit(1), None);

    private async Task<string> Opened()
    {
        var opened = (await Host<IAttachments>().Open(Sample.Id(), Sample.Unit(1), Id, None)).ShouldNotBeNull();
        using var reader = new StreamReader(opened.Content);
        return await reader.ReadToEndAsync();
    }

    private async Task NothingIsThere()
    {
        (await Listed()).ShouldBeEmpty();
        (await Blob(BlobOf(Id))).ShouldBeNull();
    }

    private static string BlobOf(string id) => $"attachments/{Sample.Id()}/{Sample.Unit(1)}/{id}";
}
