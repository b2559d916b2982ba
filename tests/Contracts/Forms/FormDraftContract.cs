using VksServerless.Application.Forms;
using VksServerless.Contracts.Ports;
using VksServerless.Forms;

namespace VksServerless.Contracts.Forms;

public abstract class FormDraftContract : PortContract
{
    private static readonly DateTimeOffset At = new(2018, 6, 1, 8, 0, 0, VietnamTime.Offset);

    [Fact]
    public async Task What_was_saved_is_what_another_host_finds()
    {
        var etag = await Host<IFormDrafts>().Save(Draft("rieng", "Riêng"), ETag.None, None);

        var found = (await Host<IFormDrafts>().Find("rieng", None)).ShouldNotBeNull();
        etag.ShouldBe(found.ETag);
        Said(found.Value).ShouldBe(Said(Draft("rieng", "Riêng")));
        (await Host<IFormDrafts>().List(None)).ShouldHaveSingleItem().ETag.ShouldBe(found.ETag);
    }

    [Fact]
    public async Task A_stale_etag_changes_and_drops_nothing()
    {
        var drafts = Host<IFormDrafts>();
        var first = (await drafts.Save(Draft("rieng", "Một"), ETag.None, None)).ShouldNotBeNull();
        (await drafts.Save(Draft("rieng", "Hai"), first, None)).ShouldNotBeNull();

        (await drafts.Save(Draft("rieng", "Ba"), first, None)).ShouldBeNull();
        (await drafts.Save(Draft("rieng", "Ba"), ETag.None, None)).ShouldBeNull();
        (await drafts.Drop("rieng", first, None)).ShouldBeFalse();

        (await drafts.Find("rieng", None)).ShouldNotBeNull().Value.Definition.Title.ShouldBe("Hai");
    }

    [Fact]
    public async Task What_was_dropped_can_be_begun_again()
    {
        var drafts = Host<IFormDrafts>();
        var etag = (await drafts.Save(Draft("rieng", "Một"), ETag.None, None)).ShouldNotBeNull();

        (await drafts.Drop("rieng", etag, None)).ShouldBeTrue();

        (await drafts.Find("rieng", None)).ShouldBeNull();
        (await drafts.Save(Draft("rieng", "Hai"), ETag.None, None)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("không có")]
    [InlineData("a|b")]
    [InlineData("khong-co")]
    public async Task A_name_that_no_draft_has_finds_none(string code) => (await Host<IFormDrafts>().Find(code, None)).ShouldBeNull();

    private static FormDraft Draft(string code, string title) => new(
        FormDraft.Blank(code, title) with
        {
            Sections = [new FormDefinition.SectionPart("chung", "I", "",
                [new FormDefinition.FieldPart("so", "", new FieldType.Integer(0, 10))])],
            Rules = [new Rule("quy_tac_1", Severity.Query, "so >", "", [])],
        },
        "Cục 2", At);
}
