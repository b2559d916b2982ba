using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Tests.Publications;

public class Correcting_a_publication
{
    [Fact]
    public void Says_for_which_sections_the_centre_writes_something_else()
    {
        var report = new AReport().Compose();
        var before = report with { Texts = new Dictionary<string, string> { ["a"] = "Một.", ["b"] = "Hai." } };
        var after = report with { Texts = new Dictionary<string, string> { ["b"] = "Hai.", ["c"] = "Ba." } };

        Corrections.Between(PublicationNumber.InYear(1), "Nhầm", before, after).Texts
            .ShouldBe([new TextChange("a", "Một.", ""), new TextChange("c", "", "Ba.")]);
        Corrections.Between(PublicationNumber.InYear(1), "Nhầm", report, report).Texts.ShouldBeEmpty();
    }

    [Fact]
    public void Says_which_opinions_have_another_reply_now()
    {
        var report = new AReport(AReport.WithOpinions)
            .Accept("VP", ("kho_khan", new Answer.Words("Thiếu máy.")))
            .Accept("C2", ("kho_khan", new Answer.Words("Thiếu người.")))
            .Accept("T84", ("phan_mem", AReport.Rows(("A", 1, "giu"), ("A", 1, "giu"))))
            .Compose();
        var ids = report.Opinions!.Select(opinion => opinion.Id).ToList();
        var (taken, told) = (new OpinionReply(ReplyKind.Accepted, ""), new OpinionReply(ReplyKind.Explained, "Đã có quy định."));
        var before = With(report, (ids[0], taken), (ids[1], taken));
        var after = With(report, (ids[0], told), (ids[1], taken), (ids[2], told));

        var made = Corrections.Between(PublicationNumber.InYear(1), "Nhầm", before, after);

        made.Replies.Select(change => ($"{change.Opinion.Unit}", change.Before, change.After)).ShouldBe(
            [("VP", taken, told), ("T84", null, told)]);
        made.Replies.ShouldAllBe(change => change.Opinion.Reply == null);
        Corrections.Between(PublicationNumber.InYear(1), "Nhầm", before, before).Replies.ShouldBeEmpty();
        Corrections.Between(PublicationNumber.InYear(1), "Nhầm", before, report with { Opinions = [] }).Replies
            .Select(change => change.After).ShouldBe([null, null]);
    }

    private static SectorReport With(SectorReport report, params (string Id, OpinionReply Reply)[] replies) =>
        report.With(replies.ToDictionary(
            reply => reply.Id, reply => new RecordedReply(reply.Reply, PersonId.Of("p-1"), "Cục 2", DateTimeOffset.UnixEpoch)));

    [Fact]
    public void Says_which_figures_groups_and_rows_changed()
    {
        var before = new AReport()
            .Accept("VP", ("so_vu", AReport.Number(200)), ("giai_quyet", AReport.Number(50)), ("ban_chi_dao", new Answer.YesNo(true)))
            .Accept("T84", ("phan_mem", AReport.Rows(("A", 1, "giu"), ("A", 1, "giu"), ("B", 2, "giu"))))
            .Accept("T84-CL", ("phan_mem", AReport.Rows(("C", 3, "giu"))))
            .Compose();
        var after = new AReport()
            .Accept("VP", ("so_vu", AReport.Number(400)), ("giai_quyet", AReport.Number(100)), ("ban_chi_dao", new Answer.YesNo(true)))
            .Accept("T84", ("phan_mem", AReport.Rows(("B", 2, "thay"), ("A", 1, "giu"))))
            .Accept("T84-CL", ("phan_mem", AReport.Rows(("C", 3, "giu"))))
            .Compose();

        var made = Corrections.Between(PublicationNumber.InYear(1), "Nhầm", before, after);

        made.Figures.ShouldBe(
        [
            new FigureChange(FieldCode.Of("giai_quyet"), "50", "100"),
            new FigureChange(FieldCode.Of("phan_mem"), "4", "3"),
            new FigureChange(FieldCode.Of("phan_mem"), "4; nguoi_dung: 7", "2; nguoi_dung: 4") { Group = "giu" },
            new FigureChange(FieldCode.Of("phan_mem"), "", "1; nguoi_dung: 2") { Group = "thay" },
            new FigureChange(FieldCode.Of("so_vu"), "200", "400"),
            new FigureChange(FieldCode.Of("ty_le"), "50/200 (25%)", "100/400 (25%)"),
        ]);
        var rows = made.Rows.ShouldHaveSingleItem();
        $"{rows.Unit}".ShouldBe("T84");
        rows.Before.Select(row => (row["ten"], row["de_nghi"])).ShouldBe([("A", "giu"), ("B", "giu")]);
        rows.After.Select(row => (row["ten"], row["de_nghi"])).ShouldBe([("B", "thay")]);
        Corrections.Between(PublicationNumber.InYear(1), "Nhầm", before, before).Rows.ShouldBeEmpty();
    }
}
