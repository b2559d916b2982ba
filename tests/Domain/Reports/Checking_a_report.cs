using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

public class Checking_a_report
{
    [Fact]
    public void Reckons_what_is_derived_and_keeps_it_with_the_answers()
    {
        var content = AMonthlyForm.Checked(AMonthlyForm.Cases(moi: 3, xong: 2)).Content;

        content.Answers[FieldCode.Of("ty_le")].ShouldBe(new Answer.Number(66.67m));
    }

    [Fact]
    public void What_cannot_be_reckoned_is_blank() =>
        AMonthlyForm.Checked(AMonthlyForm.Cases(moi: 0, xong: 2)).Content.Answers[FieldCode.Of("ty_le")].ShouldBeNull();

    [Fact]
    public void A_derived_figure_that_is_sent_must_be_the_one_that_is_reckoned()
    {
        var sent = """{ "answers": { "ton_dau": 10, "moi": 4, "xong": 1, "ton_cuoi": 13, "ty_le": TY_LE } }""";

        AMonthlyForm.Checked(sent.Replace("TY_LE", "25.00", StringComparison.Ordinal)).Faults.ShouldBeEmpty();
        var fault = AMonthlyForm.Checked(sent.Replace("TY_LE", "26", StringComparison.Ordinal)).Faults.ShouldHaveSingleItem();
        (fault.Place, fault.Rule).ShouldBe(("/answers/ty_le", "derived"));
        fault.Message.ShouldContain("25");
    }

    [Fact]
    public void An_error_must_be_mended()
    {
        var fault = AMonthlyForm.Checked("""{ "answers": { "ton_dau": 10, "moi": 1, "xong": 1, "ton_cuoi": 9 } }""").Faults.ShouldHaveSingleItem();

        (fault.Place, fault.Rule).ShouldBe(("/answers/ton_cuoi", "can_doi"));
        fault.Message.ShouldBe("Không cân đối. (Tồn cuối kỳ: 9; Tồn đầu kỳ: 10; Thụ lý mới: 1; Đã giải quyết: 1)");
    }

    [Fact]
    public void A_rule_about_what_is_not_known_is_not_broken() =>
        AMonthlyForm.Checked("""{ "answers": { "ton_dau": 10, "moi": 1 } }""", AMonthlyForm.After(1)).Faults.ShouldBeEmpty();

    [Fact]
    public void A_rule_that_nobody_can_answer_neither_holds_nor_is_broken_and_says_why()
    {
        var first = AMonthlyForm.Checked(AMonthlyForm.Cases(16, 1), Background.None with { PreviousUnknown = "không có kỳ trước" });

        first.Queries.ShouldBeEmpty();
        first.Unknown.ShouldHaveSingleItem().ShouldBe(new UnknownRule("bien_dong", "Tăng giảm quá 50 %.", "không có kỳ trước"));
        AMonthlyForm.Checked(AMonthlyForm.Cases(15, 1), AMonthlyForm.After(10)).Unknown.ShouldBeEmpty();
        AMonthlyForm.Checked("""{ "answers": { "ton_dau": 10 } }""", Background.None).Unknown.ShouldBeEmpty("it is not yet asked");
    }

    [Fact]
    public void What_was_handed_in_is_asked_again_by_what_it_is_compared_with_now()
    {
        var handed = AMonthlyForm.Checked(AMonthlyForm.Cases(15, 1), AMonthlyForm.After(10)).Content;

        Again(AMonthlyForm.After(10)).Queries.ShouldBeEmpty();
        Again(AMonthlyForm.After(100)).Queries.ShouldHaveSingleItem().Rule.ShouldBe("bien_dong");
        Again(Background.None).Unknown.ShouldHaveSingleItem().Rule.ShouldBe("bien_dong");

        Recheck Again(Background now) => Recheck.Of(AMonthlyForm.Form, AMonthlyForm.Reader().Asked, handed, now);
    }

    [Fact]
    public void A_query_must_be_explained()
    {
        AMonthlyForm.Checked(AMonthlyForm.Cases(16, 1), AMonthlyForm.After(10)).Unexplained.ShouldHaveSingleItem()
            .Rule.ShouldBe("bien_dong");
        AMonthlyForm.Checked(AMonthlyForm.Cases(15, 1), AMonthlyForm.After(10)).Queries.ShouldBeEmpty();

        var explained = AMonthlyForm.Checked(AMonthlyForm.Cases(16, 1, """{ "rule": "bien_dong", "text": "Chuyên án." }"""), AMonthlyForm.After(10));
        explained.Unexplained.ShouldBeEmpty();
        explained.Content.Explanations.ShouldHaveSingleItem().ShouldBe(new Explanation("bien_dong", "Chuyên án.", "moi=16"));
    }

    [Fact]
    public void A_query_names_the_figure_of_the_period_before() =>
        AMonthlyForm.Checked(AMonthlyForm.Cases(16, 1), AMonthlyForm.After(10)).Queries.ShouldHaveSingleItem().Message
            .ShouldBe("Tăng giảm quá 50 %. (Thụ lý mới: 16; Thụ lý mới, kỳ trước: 10)");

    [Fact]
    public void A_derived_figure_that_its_field_cannot_be_is_a_fault()
    {
        var fault = AMonthlyForm.Checked(AMonthlyForm.Cases(moi: 10, xong: 20)).Faults.ShouldHaveSingleItem();

        (fault.Place, fault.Rule).ShouldBe(("/answers/ty_le", "out-of-range"));
        fault.Message.ShouldContain("200");
    }

    [Theory]
    [InlineData("""{ "kind": "percent" }""", true)]
    [InlineData("""{ "kind": "percent", "max": 1000 }""", false)]
    public void A_target_may_be_exceeded_where_the_form_says_so(string type, bool refused)
    {
        var form = Tests.Forms.A_form_file.Read(parts => parts.Ask(type));
        using var sent = System.Text.Json.JsonDocument.Parse("""{ "answers": { "so_may": 120 } }""");

        new ReportReader(form, UnitCode.Of("T84"), UnitLevel.Province, consolidates: false).Read(sent.RootElement).Refused.ShouldBe(refused);
    }

    [Fact]
    public void An_explanation_lapses_when_any_figure_that_its_rule_reads_changes()
    {
        var of = (int moi) => $$"""{ "answers": { "ton_dau": 10, "moi": {{moi}}, "xong": 1, "ton_cuoi": {{9 + moi}}, "loai": "b" } }""";
        var explanation = new Explanation("it_xong", "Mới nhận.", "xong=1;loai=b;moi=10");

        AMonthlyForm.Checked(of(10), null, explanation).Unexplained.ShouldBeEmpty();
        AMonthlyForm.Checked(of(1000), null, explanation).Unexplained.ShouldHaveSingleItem().Rule.ShouldBe("it_xong");
    }

    [Fact]
    public void What_is_explained_though_nothing_is_unusual_is_not_kept() =>
        AMonthlyForm.Checked(AMonthlyForm.Cases(10, 1, """{ "rule": "bien_dong", "text": "Thừa." }"""), AMonthlyForm.After(10)).Content.Explanations.ShouldBeEmpty();

    [Fact]
    public void An_outlier_among_its_peers_is_a_query()
    {
        var peers = PeerFigures.Of(new[] { 10, 11, 9, 10, 12, 8, 10 }.Select((value, index) => Brings($"T{index}", value)));
        var background = Background.None with { Peers = peers };

        AMonthlyForm.Checked(AMonthlyForm.Cases(12, 1), background).Queries.ShouldBeEmpty();
        AMonthlyForm.Checked(AMonthlyForm.Cases(40, 1), background).Unexplained.ShouldHaveSingleItem().Rule.ShouldBe("khac_thuong");
    }

    /// <summary>Whatever is uploaded in whatever order: an explanation stands exactly as long as the value that it explains.</summary>
    [Fact]
    public void An_explanation_survives_every_upload_as_long_as_the_value_stands() => Law.Holds((byte[] values, bool[] explained) =>
    {
        var stands = new Dictionary<int, string>();
        Explanation[] before = [];
        int? last = null;
        foreach (var (index, value) in values.Index())
        {
            var moi = 20 + (value % 4);
            var says = explained.Length > 0 && explained[index % explained.Length];
            var report = AMonthlyForm.Checked(
                AMonthlyForm.Cases(moi, 1, says ? $$"""{ "rule": "bien_dong", "text": "Lần {{index}}." }""" : ""), AMonthlyForm.After(10),
                before);

            var expected = says ? $"Lần {index}." : last == moi ? stands.GetValueOrDefault(moi) : null;
            report.Queries.ShouldHaveSingleItem().Explanation.ShouldBe(expected);
            (before, last) = ([.. report.Content.Explanations], moi);
            stands.Clear();
            if (expected is not null)
            {
                stands[moi] = expected;
            }
        }
    });

    private static Contribution Brings(string unit, int value) =>
        new(UnitCode.Of(unit), 1, Sha256.Over(""u8), new Dictionary<string, Figure> { ["moi"] = new Figure.Sum(value, 0, 1) });
}
