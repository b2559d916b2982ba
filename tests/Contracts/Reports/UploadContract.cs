using System.Text;
using VksServerless.Application.Reports;
using VksServerless.Contracts.Ports;
using VksServerless.Reports;

namespace VksServerless.Contracts.Reports;

public abstract class UploadContract : PortContract
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Blocks_are_read_in_their_order_whatever_order_they_came_in()
    {
        var upload = await Begun(Upload.BlockLength + 3);

        (await Take(upload, 1, "abc"u8.ToArray())).ShouldBeTrue();
        (await Take(upload, 0, First())).ShouldBeTrue();

        (await Host<IUploads>().Find(upload.Cycle, upload.Unit, Id, None))!.Value.Blocks.ShouldBe([0, 1], ignoreOrder: true);
        await using var file = Host<IUploads>().Read(upload);
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole);
        whole.ToArray().ShouldBe([.. First(), .. "abc"u8]);
    }

    [Fact]
    public async Task A_block_of_another_length_is_not_kept_and_one_that_is_there_stays()
    {
        var upload = await Begun(Upload.BlockLength + 3);

        (await Take(upload, 1, "abcd"u8.ToArray())).ShouldBeFalse();
        (await Take(upload, 0, new byte[3])).ShouldBeFalse();
        (await Host<IUploads>().Find(upload.Cycle, upload.Unit, Id, None))!.Value.Blocks.ShouldBeEmpty();
        (await Take(upload, 1, "abc"u8.ToArray())).ShouldBeTrue();
        (await Take(upload, 1, "xyz"u8.ToArray())).ShouldBeTrue();
        (await Take(upload, 0, First())).ShouldBeTrue();

        await using var file = Host<IUploads>().Read(upload);
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole);
        Encoding.UTF8.GetString(whole.ToArray().AsSpan(Upload.BlockLength)).ShouldBe("abc");
    }

    [Fact]
    public async Task Begun_again_it_keeps_its_blocks_and_goes_by_the_later_instant()
    {
        var upload = await Begun(Upload.BlockLength + 3);
        await Take(upload, 1, "abc"u8.ToArray());

        await Host<IUploads>().Begin(upload with { At = Sample.Now.AddHours(5) }, None);

        var (found, blocks) = (await Host<IUploads>().Find(upload.Cycle, upload.Unit, Id, None))!.Value;
        (found.At, blocks.Single()).ShouldBe((Sample.Now.AddHours(5), 1));
        (await Host<IUploads>().Of(upload.Cycle, upload.Unit, None)).ShouldHaveSingleItem().ShouldBe(found);
        (await Host<IUploads>().All(None).ToListAsync()).ShouldHaveSingleItem().ShouldBe(found);
    }

    [Fact]
    public async Task Of_what_is_dropped_nothing_stays_and_no_block_comes_after_it()
    {
        var upload = await Begun(Upload.BlockLength + 3);
        await Take(upload, 0, First());

        await Host<IUploads>().Drop(upload, None);

        (await Take(upload, 1, "abc"u8.ToArray())).ShouldBeFalse();
        (await Host<IUploads>().Find(upload.Cycle, upload.Unit, Id, None)).ShouldBeNull();
        (await Host<IUploads>().All(None).ToListAsync()).ShouldBeEmpty();
        foreach (var block in new[] { 0, 1 })
        {
            (await Blobs.Open($"attachments/blocks/{upload.Cycle}/{upload.Unit}/{Id}/{block:00}", None)).ShouldBeNull();
        }

        await Host<IUploads>().Begin(upload, None);
        (await Host<IUploads>().Find(upload.Cycle, upload.Unit, Id, None))!.Value.Blocks.ShouldBeEmpty();
    }

    private async Task<Upload> Begun(long length)
    {
        var file = new Attachment(Id, "Biên bản.pdf", "application/pdf", length, Sha256.Over("abc"u8), Sample.Now, "Trần Văn Bình");
        var upload = new Upload(Sample.Id(), Sample.Unit(1), file, Sample.Centre.Person, Sample.Now);
        await Host<IUploads>().Begin(upload, None);
        return upload;
    }

    private Task<bool> Take(Upload upload, int block, byte[] content) =>
        Host<IUploads>().Take(upload, block, new MemoryStream(content), None);

    private static byte[] First()
    {
        var block = new byte[Upload.BlockLength];
        Array.Fill(block, (byte)7);
        return block;
    }
}
