using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Kernel;

/// <summary>What nobody sees is refused in every text that people type, by one rule.</summary>
public class Seeing_every_character
{
    private static readonly Form Form = new("mau", 1, "Mẫu",
        [
            new Section(
                "phan", "I", "Phần", "", Audience.Everyone,
                [
                    new Field(FieldCode.Of("y_kien"), "Ý kiến", "", true, new FieldType.Narrative(100), "", AggregationMethod.List),
                    new Field(FieldCode.Of("so"), "Số", "", false, new FieldType.Integer(), "", AggregationMethod.Sum),
                ]),
        ]);

    public static TheoryData<string> Unseen =>
    [
        "\u200B", "\u2060", "\u200D", "\u202E", "\u2066", "\u061C", "\u00AD", "\uFEFF", "\u034F", "\u3164", "\uFFA0", "\u2800", "\uFE0F",
        "\u180E", "\0", "\U000E0041", "\uFFFD",
        new string('\u0315', 31),
    ];

    [Theory]
    [MemberData(nameof(Unseen))]
    public void Is_demanded_of_an_answer_an_adjustment_and_a_difficulty(string unseen)
    {
        Read($$"""{ "answers": { "y_kien": "a{{JsonEncodedText.Encode(unseen)}}b" } }""").ShouldBe("/answers/y_kien");
        Read($$"""{ "answers": { "y_kien": "{{JsonEncodedText.Encode(unseen)}}" } }""").ShouldBe("/answers/y_kien");
        Read($$"""{ "adjustments": [{ "field": "so", "amount": 1, "reason": "a{{JsonEncodedText.Encode(unseen)}}b" }] }""")
            .ShouldBe("/adjustments/0/reason");
        DifficultyWords.Check(DifficultyArea.Data, $"a{unseen}b", "").Refused.ShouldBeTrue();
        DifficultyWords.Check(DifficultyArea.Data, "a", $"a{unseen}b").Refused.ShouldBeTrue();
        DifficultyWords.CheckGuidance($"a{unseen}b").Refused.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Unseen))]
    public void Is_demanded_of_reasons_names_files_forms_and_cycles(string unseen)
    {
        Reason.Check($"a{unseen}b").ShouldNotBeNull();
        Caller.CanBeShown($"a{unseen}b").ShouldBeFalse();
        AttachmentRules.Announce($"bi{unseen}en-ban.pdf", "application/pdf", 10)!.Type.ShouldBe("attachment-name");
        FormDefinition.Of(Form with { Title = $"a{unseen}b" }).Check().Refusal!.Errors.ShouldContain(error => error.Place == "/title");
        var section = Form.Sections[0];
        var mislabelled = section with { Fields = [section.Fields[0] with { Label = $"a{unseen}b" }, section.Fields[1]] };
        FormDefinition.Of(Form with { Sections = [mislabelled] }).Check().Refusal!.Errors
            .ShouldContain(error => error.Place == "/sections/0/fields/0/label");
        var terms = Cycles.ACycle.Terms;
        var places = CycleTermsCheck.Of(
            terms with { Title = $"a{unseen}b", Recipients = [new Recipient($"a{unseen}b", "a@vks.example")] }, Form,
            UnitDirectory.Empty, default).Refusal!.Errors.Select(error => error.Place).ToList();
        places.ShouldContain("/title");
        places.ShouldContain("/recipients/0/name");
    }

    [Theory]
    [InlineData("Tiếng Việt, 1.234,5 % – “ngoặc” …")]
    [InlineData("한국어 ไทย العربية 😀")]
    [InlineData("cách\u00A0liền\u2003rộng")]
    public void Leaves_what_is_seen(string text) => PlainText.FirstUnseen(text, lines: false).ShouldBeNull();

    [Fact]
    public void Says_which_it_was_and_where() =>
        Reason.Check("Số liệu sai\u200B.")!.Detail.ShouldBe(
            "Văn bản chứa ký tự không nhìn thấy (U+200B, ký tự thứ 12, sau \"sai\"); hãy xóa đi rồi nhập lại.");

    private static string Read(string sent)
    {
        using var body = JsonDocument.Parse(sent);
        return new ReportReader(Form, UnitCode.Of("VP"), UnitLevel.Department, consolidates: true).Read(body.RootElement).Refusal!.Errors
            .ShouldHaveSingleItem().Place;
    }
}
