using VksServerless.Figures;
using VksServerless.Publications;

namespace VksServerless.Tests.Publications;

public class Opinions_on_a_draft
{
    [Fact]
    public void Are_the_texts_and_rows_that_the_form_takes_for_opinions_in_its_order_and_in_reading_order()
    {
        var opinions = Of(Report()
            .Accept("T84", ("phan_mem", AReport.Rows(("A", 1, "giu"), ("B", 2, "thay"))), ("kho_khan", new Answer.Words("Thiếu máy.")))
            .Accept("VP", ("kho_khan", new Answer.Words("Thiếu người.")), ("so_vu", AReport.Number(3))));

        opinions.Select(opinion => (opinion.Section, $"{opinion.Field}", $"{opinion.Unit}", opinion.Text ?? opinion.Cells!["ten"]))
            .ShouldBe(
            [
                ("chung", "kho_khan", "VP", "Thiếu người."), ("chung", "kho_khan", "T84", "Thiếu máy."),
                ("phan_mem", "phan_mem", "T84", "A"), ("phan_mem", "phan_mem", "T84", "B"),
            ]);
        opinions.ShouldAllBe(opinion => (opinion.Text == null) != (opinion.Cells == null) && opinion.Reply == null);
    }

    [Fact]
    public void Keep_their_id_until_unit_question_or_content_is_another()
    {
        var id = IdOf("VP", "Thiếu máy.");

        id.ShouldMatch("^[0-9a-f]{32}$");
        IdOf("VP", "Thiếu máy.").ShouldBe(id);
        IdOf("VP", "Thiếu máy!").ShouldNotBe(id);
        IdOf("C2", "Thiếu máy.").ShouldNotBe(id);
        RowsOf(("A", 1, "giu")).ShouldBe(RowsOf(("A", 1.0m, "giu")));
        RowsOf(("A", 1, "giu")).ShouldNotBe(RowsOf(("A", 2, "giu")));
        RowsOf(("A", 1, "giu"), ("A", 1, "giu")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Carry_their_replies_into_the_sector_report_which_counts_them()
    {
        var report = Report().Accept("VP", ("kho_khan", new Answer.Words("Thiếu máy."))).Accept(
            "T84", ("phan_mem", AReport.Rows(("A", 1, "giu"), ("B", 2, "thay")))).Compose();
        var replies = new Dictionary<string, RecordedReply>
        {
            [report.Opinions![0].Id] = Given(new OpinionReply(ReplyKind.Accepted, "")),
            [report.Opinions[2].Id] = Given(new OpinionReply(ReplyKind.Explained, "Đã có quy định.")),
            ["0123456789abcdef"] = Given(new OpinionReply(ReplyKind.Accepted, "Của ý kiến không còn.")),
        };

        var answered = report.With(replies);

        OpinionCounts.Of([.. answered.Opinions!.Select(opinion => opinion.Reply)]).ShouldBe(new OpinionCounts(3, 1, 1, 1));
        answered.Opinions![2].Reply.ShouldBe(new OpinionReply(ReplyKind.Explained, "Đã có quy định."));
        AReport.Bytes(answered).ShouldNotContain("Của ý kiến không còn.");
        AReport.Bytes(report.With(replies)).ShouldBe(AReport.Bytes(answered));
    }

    [Fact]
    public void Are_not_spoken_of_in_a_report_whose_form_asks_for_none()
    {
        var report = new AReport().Accept("VP", ("kho_khan", new Answer.Words("Thiếu máy."))).Compose();

        report.With(new Dictionary<string, RecordedReply>()).Opinions.ShouldBeNull();
        AReport.Bytes(report).ShouldNotContain("opinions");
    }

    private static AReport Report() => new(AReport.WithOpinions);

    private static IReadOnlyList<Opinion> Of(AReport report) => report.Compose(new Random(5)).Opinions!;

    private static string IdOf(string unit, string text) =>
        Of(Report().Accept(unit, ("kho_khan", new Answer.Words(text)))).ShouldHaveSingleItem().Id;

    private static IEnumerable<string> RowsOf(params (string, decimal, string)[] rows) =>
        Of(Report().Accept("T84", ("phan_mem", AReport.Rows(rows)))).Select(opinion => opinion.Id);

    private static RecordedReply Given(OpinionReply reply) => new(reply, PersonId.Of("p-1"), "Cục 2", DateTimeOffset.UnixEpoch);
}
