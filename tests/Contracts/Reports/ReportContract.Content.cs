using VksServerless.Application.Reports;
using VksServerless.Contracts.Ports;
using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Contracts.Reports;

public abstract partial class ReportContract
{
    [Fact]
    public async Task A_draft_is_begun_once()
    {
        var etag = await Reports.SaveDraft(Sample.Id(), Sample.Unit(1), 0, Content("một").Bytes, null, None);

        (await Reports.SaveDraft(Sample.Id(), Sample.Unit(1), 0, Content("hai").Bytes, null, None)).ShouldBeNull();

        var read = (await Reports.ReadDraft(Sample.Id(), Sample.Unit(1), 0, None)).ShouldNotBeNull();
        etag.ShouldBe(read.ETag);
        read.Value.ToArray().ShouldBe(Content("một").Bytes);
        (await Reports.ReadDraft(Sample.Id(), Sample.Unit(2), 0, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_who_save_the_same_draft_exactly_one_does()
    {
        var etag = (await Reports.SaveDraft(Sample.Id(), Sample.Unit(1), 0, Content("đầu").Bytes, null, None)).ShouldNotBeNull();

        var saved = await AtOnce(8, number => Reports.SaveDraft(
            Sample.Id(), Sample.Unit(1), 0, Content($"bản {number}").Bytes, etag, None));

        var winner = saved.Index().Single(save => save.Item is not null);
        var read = (await Reports.ReadDraft(Sample.Id(), Sample.Unit(1), 0, None)).ShouldNotBeNull();
        winner.Item.ShouldBe(read.ETag);
        read.Value.ToArray().ShouldBe(Content($"bản {winner.Index}").Bytes);
    }

    [Fact]
    public async Task Content_is_read_as_it_was_written_however_often()
    {
        var (bytes, sha256) = Content("Ứng dụng công nghệ thông tin");
        await Reports.WriteContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), bytes, None);
        await Reports.WriteContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), bytes, None);

        (await Host<IReports>().ReadContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), None)).ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task Content_that_is_not_what_its_hash_says_is_not_stored()
    {
        await Should.ThrowAsync<ArgumentException>(() =>
            Reports.WriteContent(Sample.Id(), Sample.Unit(1), Sha256.Of(Content("một").Sha256), Content("hai").Bytes, None));

        await Should.ThrowAsync<InvalidDataException>(
            () => Reports.ReadContent(Sample.Id(), Sample.Unit(1), Sha256.Of(Content("một").Sha256), None));
    }

    [Fact]
    public async Task Content_that_was_tampered_with_is_found_out()
    {
        var (bytes, sha256) = Content("một");
        await Reports.WriteContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), bytes, None);
        await TamperWith($"contents/{Sample.Id()}/{Sample.Unit(1)}/{sha256}");

        await Should.ThrowAsync<InvalidDataException>(() => Reports.ReadContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), None));
        await Should.ThrowAsync<InvalidDataException>(
            () => Reports.WriteContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), bytes, None));
    }

    [Fact]
    public async Task Content_of_one_unit_is_not_anothers()
    {
        var (bytes, sha256) = Content("một");
        await Reports.WriteContent(Sample.Id(), Sample.Unit(1), Sha256.Of(sha256), bytes, None);

        await Should.ThrowAsync<InvalidDataException>(() => Reports.ReadContent(Sample.Id(), Sample.Unit(2), Sha256.Of(sha256), None));
    }
}
