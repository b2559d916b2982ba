using VksServerless.Difficulties;
using VksServerless.Notices;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Difficulties;
using VksServerless.Units;

namespace VksServerless.Tests.Notices;

public class Writing_notices_of_the_desk
{
    private static readonly UnitDirectory Directory = UnitDirectory.Of(
    [
        .. UnitDirectory.Empty.Units, Unit("C2", "Cục 2"), Unit("V14", "Vụ 14"), Unit("T84-CL", "Viện kiểm sát nhân dân huyện Càng Long"),
    ]);

    [Fact]
    public void Tells_the_office_what_is_raised()
    {
        var mail = Of(ADifficulty.Raised).ShouldHaveSingleItem();

        (mail.To, mail.Kind, mail.File).ShouldBe(("c2@vks.example", nameof(DifficultyRaised), MailFile.Desk));
        mail.Subject.ShouldBe("[Khó khăn, vướng mắc] Viện kiểm sát nhân dân huyện Càng Long: Không đăng nhập được phần mềm");
        mail.Text.ShouldContain("- Lĩnh vực: Phần mềm\n- Hạn hướng dẫn: 17:00 ngày 16/08/2018\n\nĐã thử trên hai máy.");
    }

    [Fact]
    public void Tells_the_assignee_what_it_is_to_answer_and_by_when()
    {
        var mail = Of(ADifficulty.Assigned).ShouldHaveSingleItem();

        mail.To.ShouldBe("v14@vks.example");
        mail.Text.ShouldStartWith("Kính gửi: Vụ 14 (Ông Minh)");
        mail.Text.ShouldContain("Ý kiến phân công: Đề nghị trả lời sớm.");
    }

    [Fact]
    public void Tells_the_unit_the_guidance_and_quotes_no_more_than_a_mail_takes()
    {
        Of(ADifficulty.Answered).ShouldHaveSingleItem().To.ShouldBe("t84-cl@vks.example");
        Of(ADifficulty.Answered)[0].Text.ShouldContain("đã được Vụ 14 hướng dẫn:\n\nCài lại chứng thư số.");

        var endless = ADifficulty.Raised.Answer(new string('a', 5000), ADifficulty.Centre, ADifficulty.Start).Value;
        Of(endless)[0].Text.ShouldContain(new string('a', 2000) + "… (đọc tiếp");
        Of(endless)[0].Text.ShouldNotContain(new string('a', 2001));
    }

    [Fact]
    public void Tells_the_unit_of_a_closing_that_is_not_its_own()
    {
        Of(ADifficulty.Closed).ShouldBeEmpty();
        Of(ADifficulty.Assigned.CloseByCentre("Trùng lặp.", ADifficulty.Centre, ADifficulty.Start).Value).ShouldHaveSingleItem()
            .Text.ShouldContain("Lý do: Trùng lặp.");
        Of(ADifficulty.Answered.CloseByItself(ADifficulty.Start.AddDays(40)).Value).ShouldHaveSingleItem()
            .Text.ShouldContain("Tự đóng sau 30 ngày");
    }

    [Fact]
    public void Tells_the_office_and_the_assignee_of_a_reopening() =>
        Of(ADifficulty.Closed.Reopen("Chưa được.", ADifficulty.Reporter, ADifficulty.Start.AddDays(5)).Value).Select(mail => mail.To)
            .ShouldBe(["c2@vks.example", "v14@vks.example"]);

    [Fact]
    public void Tells_of_the_step_that_the_event_is_about_whatever_has_come_since() =>
        Notices.Of(DifficultyEvent.Of(ADifficulty.Assigned), ADifficulty.Closed).Select(mail => (mail.Key, mail.Text))
            .ShouldBe(Of(ADifficulty.Assigned).Select(mail => (mail.Key, mail.Text)));

    [Fact]
    public void Tells_once_a_day_what_is_overdue()
    {
        var overdue = new[] { ADifficulty.Raised, ADifficulty.Assigned }.Select(DifficultyEntry.Of).ToList();
        var mail = Notices.Overdue(new DateOnly(2018, 8, 20), overdue, isAll: true).ShouldHaveSingleItem();

        mail.Subject.ShouldBe("[Quá hạn hướng dẫn] 2 khó khăn, vướng mắc");
        mail.Text.ShouldContain("(hạn 17:00 ngày 16/08/2018; chưa phân công)");
        mail.Text.ShouldContain("(hạn 17:00 ngày 16/08/2018; giao Vụ 14)");
        mail.Key.ShouldNotBe(Notices.Overdue(new DateOnly(2018, 8, 21), overdue, isAll: true)[0].Key);
        Notices.Overdue(new DateOnly(2018, 8, 20), overdue, isAll: false)[0]
            .Subject.ShouldBe("[Quá hạn hướng dẫn] Trên 2 khó khăn, vướng mắc");
        Notices.Overdue(new DateOnly(2018, 8, 20), [], isAll: true).ShouldBeEmpty();
    }

    [Fact]
    public void Names_a_hundred_of_a_report_and_counts_the_others()
    {
        var mail = Notices.InReport(ACycle.Open(), 1, [.. Enumerable.Repeat(ADifficulty.Raised, 103)]).ShouldHaveSingleItem();

        mail.Text.Split('\n').Count(line => line.StartsWith("- [d", StringComparison.Ordinal)).ShouldBe(100);
        mail.Text.ShouldContain("- và 3 nội dung khác");
    }

    private static DeskNotices Notices { get; } =
        new(Directory, new Desk(Desk.UsualOffice), new Portal(() => "https://bao-cao.vks.example/", "Cục 2, máy 1234"));

    private static IReadOnlyList<Mail> Of(Difficulty difficulty) => Notices.Of(DifficultyEvent.Of(difficulty), difficulty);

    private static Unit Unit(string code, string name) => new(
        UnitCode.Of(code), name, UnitLevel.Department, UnitCode.Sector, "", [$"{code.ToLowerInvariant()}@vks.example"],
        new DateOnly(2015, 6, 1), null);
}
