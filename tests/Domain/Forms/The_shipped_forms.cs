using System.Text;
using System.Text.Json;
using VksServerless.Documents.Units;
using VksServerless.Forms;

namespace VksServerless.Tests.Forms;

public class The_shipped_forms
{
    public static TheoryData<string> All => [.. FormCatalogue.Shipped.Forms.Select(form => form.Ref.ToString())];

    [Fact]
    public void Are_those_that_the_source_documents_speak_of() =>
        FormCatalogue.Shipped.Forms.Select(form => form.Ref.ToString()).ShouldBe(
        [
            "an-hinh-su-nam@1", "an-hinh-su-nam@2", "an-hinh-su-thang@1", "an-hinh-su-thang@2", "chi-so-ung-dung-cntt@1",
            "gop-y-du-thao@1", "gop-y-du-thao@2", "ket-qua-chuyen-doi-so@1", "kho-khan-vuong-mac@1", "ra-soat-phan-mem@1",
            "ra-soat-phan-mem@2", "tien-do-chuyen-doi-so@1", "tien-do-chuyen-doi-so@2", "ung-dung-cntt-10-nam@1", "ung-dung-cntt-10-nam@2",
            "ung-dung-cntt-10-nam@3",
        ]);

    [Theory]
    [MemberData(nameof(All))]
    public void Explain_every_part_and_every_question(string shipped)
    {
        var form = Shipped(shipped);

        form.Sections.ShouldAllBe(section => section.Help.Length > 20);
        form.Fields.ShouldAllBe(field => field.Help.Length > 20);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Give_every_figure_a_unit_of_measure(string shipped) =>
        Shipped(shipped).Fields.Where(field => field.Type.Bounds is not null).ShouldAllBe(field => field.Measure.Length > 0);

    [Theory]
    [MemberData(nameof(All))]
    public void Say_of_every_broken_rule_what_to_look_at(string shipped) =>
        Shipped(shipped).Rules.ShouldAllBe(rule => rule.Message.Length > 30 && (rule.Message.EndsWith('.') || rule.Message.EndsWith('?')));

    [Theory]
    [MemberData(nameof(All))]
    public void Name_only_units_that_the_shipped_directory_knows(string shipped) =>
        Shipped(shipped).Sections.SelectMany(section => section.Audience.Units)
            .ShouldAllBe(unit => DirectoryFile.Shipped.Find(unit) != null);

    [Theory]
    [MemberData(nameof(All))]
    public void Are_written_in_composed_characters(string shipped)
    {
        var form = Shipped(shipped);
        var words = form.Sections.Select(section => section.Title + section.Help)
            .Concat(form.Fields.Select(field => field.Label + field.Help + field.Measure))
            .Concat(form.Rules.Select(rule => rule.Message));

        string.Concat(words).IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Are_the_same_when_written_as_files_and_read_again(string shipped)
    {
        var form = Shipped(shipped);
        var file = JsonSerializer.Serialize(FormDefinition.Of(form), DomainJson.Options);

        var read = JsonSerializer.Deserialize<FormDefinition>(file, DomainJson.Options)!.Check().Value;

        JsonSerializer.Serialize(read, DomainJson.Options).ShouldBe(JsonSerializer.Serialize(form, DomainJson.Options));
    }

    [Fact]
    public void Keep_every_question_of_the_version_before()
    {
        foreach (var form in FormCatalogue.Shipped.Forms.Where(form => form.Version > 1))
        {
            var before = Shipped($"{form.Code}@{form.Version - 1}");

            before.Fields.ShouldAllBe(
                field => form.Find(field.Code) != null && form.Find(field.Code)!.Type.GetType() == field.Type.GetType());
        }
    }

    [Fact]
    public void Weigh_the_index_to_a_hundred_points()
    {
        var criteria = Shipped("chi-so-ung-dung-cntt@1")
            .Fields.Where(field => $"{field.Code}".StartsWith("diem_", StringComparison.Ordinal) && char.IsAsciiDigit($"{field.Code}"[^1]));

        criteria.Sum(field => field.Type.Bounds!.Max).ShouldBe(100);
    }

    [Fact]
    public void Ask_the_year_what_they_ask_the_month() =>
        Shipped("an-hinh-su-nam@1").Fields.Select(field => field.Code)
            .ShouldBe(Shipped("an-hinh-su-thang@1").Fields.Select(field => field.Code));

    private static Form Shipped(string reference) => FormCatalogue.Shipped.Forms.Single(form => form.Ref.ToString() == reference);
}
