using System.Security.Cryptography;
using System.Text;
using VksServerless.Contracts.Blobs;
using VksServerless.Contracts.Ports;
using VksServerless.Submissions;

namespace VksServerless.Contracts.Submissions;

public abstract class AttachmentContract : PortContract
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task What_was_added_is_listed_and_opened_as_it_came()
    {
        var added = (await Add("Biên bản họp")).Value;

        added.Length.ShouldBe(Encoding.UTF8.GetByteCount("Biên bản họp"));
        added.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Biên bản họp"))));
        (await Listed()).ShouldBe([added]);
        (await Opened()).ShouldBe("Biên bản họp");
    }

    [Fact]
    public async Task The_keeper_is_told_the_facts()
    {
        (long Length, string Sha256, string Head) told = default;
        await Host<IAttachments>().Add(
            Sample.Id(), Sample.Unit(1), Announced(), Stream("abc"), (length, sha256, head) =>
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

        var outcome = await Host<IAttachments>().Add(Sample.Id(), Sample.Unit(1), Announced(), Stream("MZ"), (_, _, _) => refusal, None);

        outcome.Refusal.ShouldBe(refusal);
        await NothingIsThere();
    }

    [Fact]
    public async Task Nothing_stays_of_a_stream_that_breaks_off()
    {
        await Should.ThrowAsync<IOException>(() =>
            Host<IAttachments>().Add(Sample.Id(), Sample.Unit(1), Announced(), new BreakingStream(new byte[300_000]), (_, _, _) => null, None));

        await NothingIsThere();
        (await Add("lần hai")).Refused.ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_attachment()
    {
        var first = (await Add("Biên bản")).Value;

        var again = await Add("Biên bản", Announced() with { At = Sample.Now.AddHours(1), ByName = "Người khác" });

        again.Value.ShouldBe(first);
        (await Listed()).ShouldBe([first]);
    }

    [Fact]
    public async Task The_same_file_from_many_at_once_is_one_attachment()
    {
        var added = await AtOnce(8, number => Add("Biên bản", Announced() with { At = Sample.Now.AddSeconds(number) }));

        added.Select(outcome => outcome.Value).Distinct().ShouldBe(await Listed());
        (await Opened()).ShouldBe("Biên bản");
    }

    [Fact]
    public async Task Another_file_under_the_same_id_is_refused_and_the_first_stays()
    {
        var first = (await Add("Biên bản")).Value;

        (await Add("Nội dung khác")).Refusal.ShouldNotBeNull().Type.ShouldBe("attachment-exists");
        (await Add("Biên bản", Announced() with { FileName = "khac.pdf" })).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Conflict);

        (await Listed()).ShouldBe([first]);
        (await Opened()).ShouldBe("Biên bản");
    }

    [Fact]
    public async Task When_its_row_cannot_be_written_the_content_goes_again()
    {
        var dying = Host<IAttachments>(rows: new FaultyRows(Rows, atCommit: 1, before: true));

        await Should.ThrowAsync<IOException>(() =>
            dying.Add(Sample.Id(), Sample.Unit(1), Announced(), Stream("Biên bản"), (_, _, _) => null, None));

        await NothingIsThere();
    }

    [Fact]
    public async Task When_only_the_reply_is_lost_the_attachment_is_whole()
    {
        var dying = Host<IAttachments>(rows: new FaultyRows(Rows, atCommit: 1, before: false));

        await Should.ThrowAsync<IOException>(() =>
            dying.Add(Sample.Id(), Sample.Unit(1), Announced(), Stream("Biên bản"), (_, _, _) => null, None));

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

    private static Attachment Announced() => new(Id, "bien-ban.pdf", "application/pdf", 0, "", Sample.Now, "Trần Văn Bình");

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private Task<Outcome<Attachment>> Add(string text, Attachment? announced = null) =>
        Host<IAttachments>().Add(Sample.Id(), Sample.Unit(1), announced ?? Announced(), Stream(text), (_, _, _) => null, None);

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
        (await Blob($"attachments/{Sample.Id()}/{Sample.Unit(1)}/{Id}")).ShouldBeNull();
    }
}
