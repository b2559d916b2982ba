using VksServerless.Forms;
using static VksServerless.Forms.FormDefinition;

namespace VksServerless.Tests.Forms;

public class Writing_a_draft
{
    private static readonly FormDefinition Draft = FormDraft.Blank("rieng", "Riêng") with
    {
        Sections =
        [
            new SectionPart("mot", "I", "Một", [Ask("ton_dau"), Ask("moi")]),
            new SectionPart("hai", "II", "Hai", [Ask("ton_cuoi")]),
        ],
        Rules =
        [
            new Rule("quy_tac_2", Severity.Error, "ton_dau >= 0", "Sai.", [FieldCode.Of("ton_dau")]),
            new Rule("khac", Severity.Query, "moi > 0", "Lạ.", [FieldCode.Of("moi")]),
        ],
    };

    [Fact]
    public void A_section_gets_a_code_from_its_title_and_keeps_it_when_it_is_called_otherwise()
    {
        var added = Draft.AddSection(new SectionPart("", "III", "Một", [])).Value;
        added.Sections[^1].Code.ShouldBe("mot_2");

        var changed = added.ChangeSection("mot", new SectionPart("", "I", "Khác", [])).Value;
        changed.Sections[0].ShouldBe(added.Sections[0] with { Title = "Khác" });
    }

    [Fact]
    public void A_field_keeps_its_code_when_its_label_changes()
    {
        var changed = Draft.ChangeField("moi", Ask("moi") with { Label = "Mới thụ lý" }, "mot").Value;

        changed.FindField("moi")!.Value.Field.Label.ShouldBe("Mới thụ lý");
        changed.ChangeField("moi", Ask("") with { Label = "Khác" }, "mot").Value.FindField("moi").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("ton_cuoi")]
    [InlineData("Tồn cuối")]
    public void No_two_fields_get_one_code(string code)
    {
        Draft.AddField("mot", Ask(code)).Refusal!.Errors.ShouldHaveSingleItem().Place.ShouldBe("/code");
        Draft.ChangeField("moi", Ask(code), "mot").Refusal!.Errors.ShouldHaveSingleItem().Rule.ShouldBe("duplicate");
    }

    [Fact]
    public void A_new_field_without_a_code_gets_a_free_one()
    {
        var added = Draft.AddField("hai", Ask("") with { Label = "Mới" }).Value;

        added.Sections[1].Fields[^1].Code.ShouldBe("moi_2");
    }

    [Fact]
    public void A_field_goes_to_another_section()
    {
        var moved = Draft.ChangeField("moi", Ask("moi"), "hai").Value;

        moved.Sections.Select(section => string.Join(' ', section.Fields.Select(field => field.Code)))
            .ShouldBe(["ton_dau", "ton_cuoi moi"]);
        Draft.ChangeField("moi", Ask("moi"), "khong_co").Refusal.ShouldBe(FormRefusals.PartUnknown);
    }

    [Fact]
    public void Parts_are_moved_and_stop_at_the_ends()
    {
        Draft.MoveSection("hai", -1).Value.Sections[0].Code.ShouldBe("hai");
        Draft.MoveSection("hai", 1).Value.Sections[1].Code.ShouldBe("hai");
        Draft.MoveField("moi", -1).Value.Sections[0].Fields[0].Code.ShouldBe("moi");
        Draft.MoveField("moi", 1).Value.Sections[0].Fields[1].Code.ShouldBe("moi");
        Draft.MoveRule("khac", -1).Value.Rules![0].Code.ShouldBe("khac");
    }

    [Fact]
    public void Parts_are_removed()
    {
        Draft.RemoveSection("mot").Value.Sections.ShouldHaveSingleItem().Code.ShouldBe("hai");
        Draft.RemoveField("moi").Value.FindField("moi").ShouldBeNull();
        Draft.RemoveRule("khac").Value.Rules!.ShouldHaveSingleItem().Code.ShouldBe("quy_tac_2");
    }

    [Fact]
    public void Rules_are_numbered_and_keep_their_code()
    {
        var rule = new Rule("", Severity.Error, "moi > 1", "Sai.", [FieldCode.Of("moi")]);

        Draft.AddRule(rule).Value.Rules![^1].Code.ShouldBe("quy_tac_3");
        Draft.ChangeRule("khac", rule).Value.Rules![1].ShouldBe(rule with { Code = "khac" });
    }

    [Fact]
    public void What_is_not_there_any_more_is_refused()
    {
        foreach (var refused in new[]
        {
            Draft.ChangeSection("x", Draft.Sections[0]), Draft.RemoveSection("x"), Draft.MoveSection("x", 1), Draft.AddField("x", Ask("y")),
            Draft.ChangeField("x", Ask("x"), "mot"), Draft.RemoveField("x"), Draft.MoveField("x", 1),
                Draft.ChangeRule("x", Draft.Rules![0]),
            Draft.RemoveRule("x"), Draft.MoveRule("x", 1),
        })
        {
            refused.Refusal.ShouldBe(FormRefusals.PartUnknown);
        }
    }

    [Fact]
    public void The_next_version_and_a_copy_begin_as_the_form_is_and_have_yet_to_say_what_they_change()
    {
        var form = FormCatalogue.Shipped.Find(new FormRef("an-hinh-su-thang", 2))!;

        var next = FormDraft.Next(form, 3);
        next.Version.ShouldBe(3);
        next.Faults().Select(fault => fault.Place).ShouldBe(["/changes"]);
        FormChanges.Between(form, next.ToForm()).Altered.ShouldBeEmpty();
        FormDraft.Copy(form, "khac", "Khác").Check().Refused.ShouldBeFalse();
    }

    [Fact]
    public void Expressions_are_checked_also_where_something_else_is_wrong()
    {
        var faulty = Draft with
        {
            Title = "",
            Sections = [Draft.Sections[0] with { Fields = [Ask("ton_dau"), Ask("moi") with { Formula = "ton_dau +" }] }],
            Rules = [],
        };

        faulty.Check().Refusal!.Errors.Select(fault => fault.Place).ShouldBe(["/title"]);
        faulty.Faults().Select(fault => fault.Place).ShouldBe(["/title", "/sections/0/fields/1/formula"]);
    }

    [Fact]
    public void What_is_sound_can_be_tried_without_the_rest()
    {
        var faulty = Draft with
        {
            Title = "",
            Sections =
            [
                Draft.Sections[0] with
                {
                    Fields =
                    [
                        Ask("ton_dau"), Ask("moi") with { Label = "" }, Ask("tong") with { Formula = "ton_dau + moi" },
                        Ask("gap_doi") with { Formula = "2 * ton_dau" },
                    ],
                },
            ],
        };

        var sound = SoundPart.Of(faulty);

        sound.Fields.Select(field => field.Code.ToString()).ShouldBe(["ton_dau", "gap_doi"]);
        sound.Rules.ShouldHaveSingleItem().Code.ShouldBe("quy_tac_2");
    }

    [Fact]
    public void A_whole_form_is_tried_as_it_is()
    {
        foreach (var form in FormCatalogue.Shipped.Forms)
        {
            SoundPart.Of(FormDefinition.Of(form)).Fields.Count().ShouldBe(form.Fields.Count(), $"{form.Ref}");
        }
    }

    private static FieldPart Ask(string code) => new(code, code.Length == 0 ? "" : $"Chỉ tiêu {code}", new FieldType.Integer());
}
