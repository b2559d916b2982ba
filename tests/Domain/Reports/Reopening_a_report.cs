using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

/// <summary>After a return that names fields the others are locked.</summary>
public class Reopening_a_report
{
    private static readonly FieldType Whole = new FieldType.Integer();

    private static readonly Form Form = new("mau", 1, "Mẫu",
        [
            new Section(
                "phan", "I", "Phần", "", Audience.Everyone,
                [
                    Field("ton_dau"), Field("moi"), Field("ton_cuoi"), Field("khac"), Field("ghi_chu", new FieldType.Narrative(100)),
                    Field("tong") with { Formula = "ton_dau + moi", Aggregation = AggregationMethod.None },
                    Field("moi_hoi") with { Required = true },
                ]),
        ])
    {
        Rules =
        [
            new Rule("can_doi", Severity.Error, "tong >= ton_cuoi", "Không cân đối.", [FieldCode.Of("ton_cuoi")]),
            new Rule("la", Severity.Query, "khac >= moi", "Lạ.", [FieldCode.Of("khac")]),
        ],
    };

    private static readonly IReadOnlySet<FieldCode> Asked = Form.Fields.Select(field => field.Code).ToHashSet();

    private static readonly ReportContent Returned = Content(("ton_dau", 5), ("moi", 3), ("ton_cuoi", 4), ("khac", 7));

    [Fact]
    public void Opens_everything_when_the_return_names_nothing() => Open().ShouldBe(Asked, ignoreOrder: true);

    [Fact]
    public void Opens_what_is_named_and_what_is_required_and_was_left_out() =>
        Open("khac").Select(code => $"{code}").ShouldBe(["khac", "moi_hoi"], ignoreOrder: true);

    [Fact]
    public void Opens_what_an_indicator_that_is_named_is_calculated_from() =>
        Open("tong").Select(code => $"{code}").ShouldBe(["tong", "ton_dau", "moi", "ton_cuoi", "moi_hoi"], ignoreOrder: true);

    [Fact]
    public void Opens_what_an_error_rule_ties_to_it_but_not_what_a_query_does() =>
        Open("moi").Select(code => $"{code}").ShouldBe(["moi", "tong", "ton_dau", "ton_cuoi", "moi_hoi"], ignoreOrder: true);

    [Fact]
    public void Keeps_what_is_open_for_the_sake_of_a_named_indicator_when_it_is_not_mentioned()
    {
        var (content, faults) = Reopened("tong").Keep(Form, Asked, Returned, Content(("moi", 3)), Codes("moi"));

        faults.ShouldBeEmpty();
        content.Answers[FieldCode.Of("ton_dau")].ShouldBe(new Answer.Number(5));
        Reopened("tong").Keep(Form, Asked, Returned, Content(("moi", 3)), Codes("moi", "ton_dau")).Content
            .Answers[FieldCode.Of("ton_dau")].ShouldBeNull();
    }

    [Fact]
    public void Keeps_what_is_not_mentioned_as_it_was_handed_in()
    {
        var (content, faults) = Keep(Content(("khac", 9)), "khac");

        faults.ShouldBeEmpty();
        content.Answers.ByField.Keys.ShouldBe(["khac", "moi", "ton_cuoi", "ton_dau"]);
        content.Answers[FieldCode.Of("ton_dau")].ShouldBe(new Answer.Number(5));
        content.Answers[FieldCode.Of("khac")].ShouldBe(new Answer.Number(9));
    }

    [Fact]
    public void Refuses_at_its_place_what_is_changed_added_or_blanked_elsewhere()
    {
        var sent = Content(("khac", 9), ("ton_dau", 6));
        sent = sent with
        {
            Answers = new Answers(new Dictionary<string, Answer>(sent.Answers.ByField) { ["ghi_chu"] = new Answer.Words("mới") }),
        };

        var (_, faults) = Keep(sent, "khac", "ton_dau", "ghi_chu", "moi");

        faults.Select(fault => (fault.Place, fault.Rule))
            .ShouldBe([("/answers/ton_dau", "locked"), ("/answers/moi", "locked"), ("/answers/ghi_chu", "locked")]);
    }

    [Fact]
    public void Says_what_has_changed_since()
    {
        var now = Content(("ton_dau", 5), ("moi", 4), ("ton_cuoi", 4)) with
        {
            Adjustments = [new Adjustment(FieldCode.Of("moi"), -1, "Trùng.")],
        };

        var difference = ReportDifference.Between(Form, Returned, now);

        difference.Fields.Select(code => $"{code}").ShouldBe(["moi", "khac"]);
        difference.Adjustments.Select(code => $"{code}").ShouldBe(["moi"]);
    }

    [Fact]
    public void Stays_reopened_when_the_new_version_is_withdrawn()
    {
        var returned = AnObligation.Submitted(ACycle.Start)
            .Return(ACycle.Open(), 1, "Sai số mới.", [FieldCode.Of("moi")], ACycle.Centre, ACycle.Start).Value;

        var withdrawn = AnObligation.Withdraw(AnObligation.Submit(returned, ACycle.Start), ACycle.Start);

        (withdrawn.Reopened!.Version, withdrawn.Reopened.Sha256).ShouldBe((1, AnObligation.Hash));
        withdrawn.Reopened.Fields.ShouldBe([FieldCode.Of("moi")]);
    }

    private static IReadOnlySet<FieldCode> Open(params string[] named) => Reopened(named).Open(Form, Asked, Returned.Answers);

    private static (ReportContent Content, IReadOnlyList<FieldError> Faults) Keep(ReportContent sent, params string[] mentioned) =>
        Reopened("khac").Keep(Form, Asked, Returned, sent, Codes(mentioned));

    private static HashSet<FieldCode> Codes(params string[] codes) => [.. codes.Select(FieldCode.Of)];

    private static Reopening Reopened(params string[] named) => new(1, AnObligation.Hash, [.. named.Select(FieldCode.Of)]);

    private static Field Field(string code, FieldType? type = null) => new(
        FieldCode.Of(code), code, "", false, type ?? Whole, "", type is null ? AggregationMethod.Sum : AggregationMethod.None);

    private static ReportContent Content(params (string Field, int Value)[] answers) => new(
        new Answers(answers.ToDictionary(answer => answer.Field, answer => (Answer)new Answer.Number(answer.Value))), []);
}
