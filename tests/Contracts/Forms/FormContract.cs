using VksServerless.Application.Forms;
using VksServerless.Contracts.Ports;
using VksServerless.Forms;

namespace VksServerless.Contracts.Forms;

public abstract class FormContract : PortContract
{
    private static readonly DateTimeOffset At = new(2018, 6, 1, 8, 0, 0, VietnamTime.Offset);

    [Fact]
    public async Task Shipped_forms_are_found_on_an_empty_store()
    {
        var forms = Host<IForms>();

        (await forms.Find(new FormRef("ung-dung-cntt-10-nam", 1), None)).ShouldNotBeNull();
        (await forms.List(None)).Select(form => form.Ref).ShouldBe(FormCatalogue.Shipped.Forms.Select(form => form.Ref));
    }

    [Fact]
    public async Task What_was_published_is_what_another_host_finds()
    {
        await Host<IForms>().Publish(new PublishedForm(Form("rieng", 1), "Cục 2", At), None);

        var found = (await Host<IForms>().Find(new FormRef("rieng", 1), None)).ShouldNotBeNull();
        found.Fields.Single().Type.ShouldBe(new FieldType.Integer(0, 10));
        (await Host<IForms>().List(None)).Select(form => form.Ref).ShouldContain(new FormRef("rieng", 1));
    }

    [Fact]
    public async Task Whoever_publishes_second_gets_the_first_ones_form()
    {
        await Host<IForms>().Publish(new PublishedForm(Form("rieng", 1), "Cục 2", At), None);

        var second = await Host<IForms>().Publish(new PublishedForm(Form("rieng", 1) with { Title = "Khác" }, "Người khác", At), None);

        second.By.ShouldBe("Cục 2");
        (await Host<IForms>().Find(new FormRef("rieng", 1), None))!.Title.ShouldBe("Biểu mẫu");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("không có", 1)]
    [InlineData("a|b", 1)]
    [InlineData("ung-dung-cntt-10-nam", 0)]
    [InlineData("ung-dung-cntt-10-nam", 1000)]
    [InlineData("ung-dung-cntt-10-nam", 998)]
    public async Task A_name_that_no_form_has_finds_none(string code, int version) =>
        (await Host<IForms>().Find(new FormRef(code, version), None)).ShouldBeNull();

    private static FormDefinition Form(string code, int version) => new(code, version, "Biểu mẫu",
        [new FormDefinition.SectionPart("chung", "I", "Chung", [new FormDefinition.FieldPart("so", "Số", new FieldType.Integer(0, 10))])]);
}
