using System.Text.RegularExpressions;
using VksServerless.Application.Events;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Notices;

public partial class Writing_notices
{
    private static readonly CycleId Id = CycleId.From(PersonId.Of("p-01"), "notices");
    private static readonly UnitCode Unit = UnitCode.Of("T84-CL");
    private static readonly UnitCode Province = UnitCode.Of("T84");
    private static readonly Form Form = FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1))!;

    private static readonly Roster Roster = new(
        [
            new Participant(
                Unit, "Viện kiểm sát nhân dân huyện Càng Long", UnitLevel.District, Province, Tier.District,
                ["t84-cl@vks.example", "vp.t84-cl@vks.example", "T84-CL@vks.example"]),
            new Participant(
                Province, "Viện kiểm sát nhân dân tỉnh Trà Vinh", UnitLevel.Province, UnitCode.Sector, Tier.Province, ["t84@vks.example"]),
            new Participant(UnitCode.Of("TCKS"), "Tạp chí Kiểm sát", UnitLevel.Press, UnitCode.Sector, Tier.Supreme, []),
        ],
        [new RosterNode(UnitCode.Sector, "Viện kiểm sát nhân dân tối cao", UnitLevel.Sector, null, ["vkstc@vks.example"])]);

    private static readonly SubmittedVersion Submitted = new(
        1, new DateTimeOffset(2018, 7, 20, 9, 0, 5, TimeSpan.Zero), Sha256.Of(new string('b', 64)), true, PersonId.Of("p-9"),
        "Trần Thị Bình");

    private static readonly Presentation Presented = new(
        2, new DateTimeOffset(2018, 7, 19, 9, 0, 5, TimeSpan.Zero), Sha256.Of(new string('c', 64)), PersonId.Of("p-9"), "Trần Thị Bình",
        false);

    private static readonly Cycle Cycle = new(
        Id,
        new CycleTerms(
            "Tổng kết 10 năm ứng dụng công nghệ thông tin",
            new Plan("72/KH-VKSTC", new DateOnly(2018, 6, 5)),
            Form.Ref,
            new Period(new DateOnly(2008, 1, 1), new DateOnly(2018, 5, 31)),
            Participants.Everyone,
            new Deadlines(At(20), At(22), At(24)),
            null,
            At(30),
            false,
            new ReminderStages([-7, 0, 3], new TimeOnly(8, 0)),
            2,
            [new Recipient("Viện trưởng VKSND tối cao", "vientruong@vks.example"), new Recipient("Văn phòng", "vp@vks.example")])
        {
            Milestones = [new Milestone(
                "Hội nghị tổng kết", new DateOnly(2018, 12, 20), [-7, 0], [new Recipient("Cục 2", "c2@vks.example")], true)],
        },
        new CyclePhase.Open(At(1)), 3, At(1), "Cục 2", [], [], null, At(1), null)
    {
        UnitChanges =
        [
            new UnitChange(
                new DateOnly(2018, 7, 2), "Sáp nhập.", "Cục 2", At(3), "r", [new EndedUnit(UnitCode.Of("T83"), [Province])], []),
        ],
        UnitChangesDone = 1,
    };

    private static readonly ReportingEvent[] Told =
    [
        new UnitObliged(Id, Unit, Province, 1),
        new ReportPresented(Id, Unit, Province, 2, Presented, At(20)),
        new ReportSentBack(Id, Unit, Province, 2, "Thiếu số liệu quý IV", "Lê Văn Cường"),
        new ReportSubmitted(Id, Unit, Province, 2, Submitted),
        new ReportReturned(Id, Unit, Province, 3, 1, "Số máy tính chưa khớp\r\nvới biên bản kiểm kê", [FieldCode.Of("may_tinh")]),
        new ReportWithdrawn(Id, Unit, Province, 3, 1, "Lê Văn Cường", "Nhầm số liệu"),
        new ReturnTakenBack(Id, Unit, Province, 4, 1, IsAccepted: true),
        new ReportAccepted(Id, Unit, Province, 4, 2),
        new ReportInspected(
            Id, Unit, Province, 4, 1, 2, InspectionFinding.Lacking, "Chưa có biên bản lấy ý kiến.", "Ngô Thanh Tra"),
        new UnitExempted(Id, Unit, Province, 5, "Sáp nhập đơn vị"),
        new ExemptionRevoked(Id, Unit, Province, 6, At(25), "Miễn nhầm đơn vị"),
        new AdjustmentsFallen(Id, Unit, 2, "0123456789abcdef"),
        new DeadlineExtended(Id, Unit, Province, 6, At(27), "Bão lũ"),
        new ReminderDue(Id, Unit, Province, 7, At(20), -7),
        new ReportLaidBefore(Id, Sha256.Of(new string('a', 64)), 9),
        new CycleCancelled(Id, 9, "Kế hoạch được thay thế"),
        new CyclePublished(Id, 10, PublicationNumber.InYear(1)),
        new SectorReportRefused(Id, 12, "Số liệu của VKSND tỉnh Trà Vinh chưa khớp.", "Nguyễn Văn A"),
        new MilestoneDue(Id, 11, 0, -7) { At = new DateTimeOffset(2018, 12, 13, 1, 0, 0, TimeSpan.Zero) },
        new UnitsTakenOver(Id, Province, 1),
    ];

    public static TheoryData<ReportingEvent> All => [.. Told];

    [Fact]
    public void Every_event_of_a_cycle_that_the_notifications_subscribe_to_has_a_notice() =>
        Told.Select(happened => happened.Subject).Append(Subscriptions.Again(Subscriptions.Notices))
            .ShouldBe(
                Subscriptions.All[Subscriptions.Notices].Where(subject => !subject.StartsWith("Difficulty", StringComparison.Ordinal)),
                ignoreOrder: true);

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_keys_of_plain_letters_that_are_the_same_every_time_and_differ_by_address(ReportingEvent happened)
    {
        var mails = Of(happened);

        mails.ShouldNotBeEmpty();
        mails.ShouldAllBe(
            mail =>
                Plain().IsMatch(mail.Key) && mail.Key.StartsWith($"{Id}.", StringComparison.Ordinal)
                    && mail.Key.Contains($".{mail.Kind}."));
        mails.Select(mail => mail.Key).ShouldBeUnique();
        Of(happened).Select(mail => mail.Key).ShouldBe(mails.Select(mail => mail.Key));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Says_who_is_addressed_and_which_cycle_it_is_about(ReportingEvent happened) => Of(happened).ShouldAllBe(mail =>
        mail.Text.StartsWith("Kính gửi: ", StringComparison.Ordinal) && mail.Text.Contains("Tổng kết 10 năm")
            && mail.Subject.Contains("Tổng kết 10 năm")
        && mail.File == MailFile.Of(Id) && mail.Text.All(c => c == '\n' || !char.IsControl(c)));

    [Fact]
    public void Of_a_unit_go_to_each_of_its_addresses_once_however_they_are_written() =>
        Of(new ReportAccepted(Id, Unit, Province, 4, 2)).Select(mail => mail.To).ShouldBe(["t84-cl@vks.example", "vp.t84-cl@vks.example"]);

    [Fact]
    public void Of_a_unit_without_an_address_are_none() =>
        Of(new ReportAccepted(Id, UnitCode.Of("TCKS"), UnitCode.Sector, 4, 2)).ShouldBeEmpty();

    [Fact]
    public void Of_a_unit_that_does_not_take_part_are_none() =>
        Of(new ReportAccepted(Id, UnitCode.Of("T99"), UnitCode.Sector, 4, 2)).ShouldBeEmpty();

    [Fact]
    public void Of_an_event_that_is_nobodys_news_are_none()
    {
        Of(new NodeChanged(Id, Province, "T84-CL.2")).ShouldBeEmpty();
        Of(new CycleChanged(Id, 2)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_an_opening_give_the_plan_and_the_deadline_of_the_units_own_tier()
    {
        var district = Of(new UnitObliged(Id, Unit, Province, 1))[0].Text;
        var province = Of(new UnitObliged(Id, Province, UnitCode.Sector, 1)).ShouldHaveSingleItem().Text;

        district.ShouldContain("Kế hoạch số 72/KH-VKSTC ngày 05/06/2018");
        district.ShouldContain("Hạn nộp: 16:00 ngày 20/07/2018");
        district.ShouldContain("Thời điểm khóa: 16:00 ngày 30/07/2018");
        province.ShouldContain("Hạn nộp: 16:00 ngày 22/07/2018");
    }

    [Fact]
    public void Of_a_submission_give_all_that_the_receipt_says_in_the_time_of_Vietnam()
    {
        var text = Of(new ReportSubmitted(Id, Unit, Province, 2, Submitted))[0].Text;

        text.ShouldContain(
            $"- Số biên nhận: BN-{Id}-T84-CL-001\n- Thời điểm nhận: 16:00:05 ngày 20/07/2018 (giờ Việt Nam)\n- Bản số: 1\n- Tình trạng nộp: " +
            $"đúng hạn\n- Mã SHA-256 của nội dung: {new string('b', 64)}\n- Người nộp: Trần Thị Bình");
        Of(new ReportSubmitted(Id, Unit, Province, 2, Submitted with { OnTime = false }))[0].Text.ShouldContain("- Tình trạng nộp: nộp muộn\n");
    }

    [Fact]
    public void Of_a_signed_submission_name_who_signed_for_whom_and_the_software_that_wrote_it()
    {
        var signed = Submitted with
        {
            BySoftware = true,
            ByName = "Phần mềm án hình sự",
            SignedBy = new VksServerless.Reports.Signature(PersonId.Of("p-8"), "Phạm Thị Dung", "Lê Văn Cường")
        };

        Of(new ReportSubmitted(Id, Unit, Province, 2, signed))[0]
            .Text.ShouldContain("- Phần mềm nộp: Phần mềm án hình sự\n- Người ký duyệt: TUQ. Lê Văn Cường: Phạm Thị Dung");
    }

    [Fact]
    public void Of_a_presentation_ask_the_head_of_the_unit_to_sign_and_say_that_time_runs()
    {
        var mail = Of(new ReportPresented(Id, Unit, Province, 2, Presented, At(22)))[0];

        mail.Subject.ShouldStartWith("[Chờ ký] ");
        mail.Text.ShouldContain(
            $"- Lần trình: 2\n- Người trình: Trần Thị Bình\n- Mã SHA-256 của nội dung: {new string('c', 64)}\n- Hạn nộp: 16:00 ngày " +
            $"22/07/2018");
        mail.Text.ShouldContain("thời hạn vẫn tính đến lúc ký");
        Of(new ReportPresented(Id, Unit, Province, 2, Presented, At(22))).ShouldAllBe(one => one.Kind == nameof(ReportPresented));
    }

    [Fact]
    public void Of_what_the_head_sent_back_say_why_to_the_unit_alone()
    {
        var mails = Of(new ReportSentBack(Id, Unit, Province, 2, "Thiếu số liệu quý IV", "Lê Văn Cường"));

        mails.Select(mail => mail.To).ShouldBe(["t84-cl@vks.example", "vp.t84-cl@vks.example"]);
        mails[0].Text.ShouldContain("được Lê Văn Cường trả lại để hoàn thiện");
        mails[0].Text.ShouldContain("Lý do: Thiếu số liệu quý IV");
    }

    [Fact]
    public void Of_a_reminder_say_that_the_head_has_not_signed_what_was_presented()
    {
        const string said = "Thủ trưởng chưa ký duyệt";

        Of(new ReminderDue(Id, Unit, Province, 7, At(20), -1, AwaitsSignature: true))[0].Text.ShouldContain(said);
        Of(new ReminderDue(Id, Unit, Province, 7, At(20), -1))[0].Text.ShouldNotContain(said);
    }

    [Fact]
    public void Of_a_submission_tell_the_superior_that_it_waits()
    {
        var mail = Of(new ReportSubmitted(Id, Unit, Province, 2, Submitted)).Single(mail => mail.Kind == EventNotices.ReportWaiting);

        (mail.To, mail.Key[..mail.Key.LastIndexOf('.')]).ShouldBe(("t84@vks.example", $"{Id}.T84-CL.2.ReportWaiting"));
        mail.Subject.ShouldBe("[Chờ duyệt] Viện kiểm sát nhân dân huyện Càng Long, bản 1: Tổng kết 10 năm ứng dụng công nghệ thông tin");
        mail.Text.ShouldStartWith("Kính gửi: Viện kiểm sát nhân dân tỉnh Trà Vinh");
        mail.Text.ShouldContain($"BN-{Id}-T84-CL-001");
    }

    [Fact]
    public void Of_a_reminder_after_the_deadline_tell_the_superior_once_of_all_who_are_overdue_under_it()
    {
        ReminderDue[] reminders = [new(Id, UnitCode.Of("TCKS"), Province, 4, At(20), 3), new(Id, Unit, Province, 7, At(20), 3)];
        var siblings = new[]
        {
            Owing("T84-CK", 27), Owing("T84-CL", 20).Remind(3), Owing("TCKS", 20)
                .Remind(3) with { State = new ReportState.Submitted(1, At(19), Sha256.Over("abc"u8)) }, Owing("V14", 27),
        };

        var mails = reminders.SelectMany(reminder => EventNotices.Of(reminder, Around with { Siblings = siblings }))
            .Where(mail => mail.Kind == EventNotices.UnitsOverdue);

        var mail = mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("t84@vks.example");
        mail.Subject.ShouldStartWith("[Quá hạn] 1 đơn vị cấp dưới chưa nộp");
        mail.Text.ShouldContain("quá hạn 3 ngày");
        mail.Text.ShouldContain("(hạn nộp 16:00 ngày 20/07/2018), 1 đơn vị");
    }

    [Fact]
    public void Of_a_reminder_tell_the_superior_anew_at_each_stage_and_nothing_before_the_deadline()
    {
        Superior(1).Key.ShouldNotBe(Superior(3).Key);
        Of(new ReminderDue(Id, Unit, Province, 7, At(20), 0)).ShouldAllBe(mail => mail.Kind == nameof(ReminderDue));
        EventNotices.Of(new ReminderDue(Id, Unit, Province, 7, At(20), 3), Around with { Siblings = [] })
            .ShouldAllBe(mail => mail.Kind == nameof(ReminderDue));

        Mail Superior(int stage) =>
            EventNotices.Of(
                new ReminderDue(Id, Unit, Province, 7, At(20), stage), Around with { Siblings = [Owing("T84-CL", 20).Remind(stage)] })
                    .Single(mail => mail.Kind == EventNotices.UnitsOverdue);
    }

    [Fact]
    public void Say_where_to_go_and_whom_to_ask_the_superior_first()
    {
        var district = Of(new ReportAccepted(Id, Unit, Province, 4, 2))[0].Text;

        district.ShouldContain(
            $"Truy cập Hệ thống báo cáo: https://bao-cao.vks.example/portal/cycles/{Id}/reports/{Unit}\nMọi vướng mắc xin trao đổi với: "
            + "Viện kiểm sát nhân dân tỉnh Trà Vinh (t84@vks.example); Cục 2, máy 1234");
        Of(new CyclePublished(Id, 10, PublicationNumber.InYear(1)))[0].Text.ShouldContain("xin trao đổi với: Cục 2, máy 1234\n");
    }

    [Fact]
    public void Name_no_address_when_none_is_known() =>
        EventNotices.Of(new ReportAccepted(Id, Unit, Province, 4, 2), Around with { Portal = new Portal(() => null, "Cục 2") })[0]
            .Text.ShouldNotContain("Truy cập");

    [Fact]
    public void Of_a_return_give_the_reason_and_name_the_fields_by_their_labels()
    {
        var text = Of(new ReportReturned(
            Id, Unit, Province, 3, 1, "Số máy tính chưa khớp\r\nvới biên bản", [FieldCode.Of("may_tinh"), FieldCode.Of("da_bo")]))[0].Text;

        text.ShouldContain("Lý do: Số máy tính chưa khớp\nvới biên bản");
        text.ShouldContain($"- {Form.Find(FieldCode.Of("may_tinh"))!.Label}\n- da_bo");
    }

    [Fact]
    public void Of_an_extension_give_the_new_deadline_and_the_new_closing()
    {
        var extended = Cycle with { Extensions = [new Extension([Unit], At(27), At(31), "Bão lũ", "Cục 2", At(19))] };
        var text = EventNotices.Of(new DeadlineExtended(Id, Unit, Province, 6, At(27), "Bão lũ"), Around with { Cycle = extended })[0].Text;

        text.ShouldContain("Hạn nộp mới: 16:00 ngày 27/07/2018");
        text.ShouldContain("Thời điểm khóa: 16:00 ngày 31/07/2018");
        text.ShouldContain("Lý do: Bão lũ");
    }

    [Theory]
    [InlineData(-7, "còn 7 ngày")]
    [InlineData(0, "hôm nay là hạn nộp")]
    [InlineData(3, "đã quá hạn 3 ngày")]
    public void Of_a_reminder_tell_how_far_the_deadline_is(int stage, string words)
    {
        var mail = Of(new ReminderDue(Id, Unit, Province, 7, At(20), stage))[0];

        mail.Subject.ShouldEndWith(words);
        mail.Text.ShouldContain("Hạn nộp: 16:00 ngày 20/07/2018");
    }

    [Theory]
    [InlineData(-7, 17, 9, "còn 3 ngày")]
    [InlineData(-1, 20, 9, "hôm nay là hạn nộp")]
    [InlineData(0, 20, 16, "hôm nay là hạn nộp")]
    [InlineData(0, 20, 17, "đã hết hạn nộp hôm nay")]
    [InlineData(0, 22, 9, "đã quá hạn 2 ngày")]
    public void Of_a_reminder_that_comes_later_than_its_stage_go_by_the_clock(int stage, int day, int hour, string words)
    {
        var at = At(day).AddHours(hour - 16);
        var mail = Of(new ReminderDue(Id, Unit, Province, 7, At(20), stage) { At = at })[0];

        mail.Subject.ShouldEndWith(words);
        mail.Text.ShouldContain(at > At(20) ? "khẩn trương" : "nộp báo cáo đúng hạn");
    }

    [Fact]
    public void Of_a_check_tell_unit_and_judge_what_is_lacking_and_nobody_that_all_is_in_order()
    {
        var lacking = new ReportInspected(
            Id, Unit, Province, 4, 2, 1, InspectionFinding.Lacking, "Chưa có biên bản lấy ý kiến.", "Ngô Thanh Tra");

        var mails = Of(lacking);

        mails.Select(mail => mail.To).ShouldBe(["t84-cl@vks.example", "vp.t84-cl@vks.example", "t84@vks.example"]);
        mails.ShouldAllBe(mail => mail.Subject.StartsWith("[Kiểm tra hồ sơ]")
            && mail.Text.Contains("Nội dung kiểm tra: Chưa có biên bản lấy ý kiến.\nNgười kiểm tra: Ngô Thanh Tra"));
        mails[^1].Text.ShouldContain("Viện kiểm sát nhân dân huyện Càng Long");
        Of(lacking with { Number = 3 }).Select(mail => mail.Key).ShouldNotBe(mails.Select(mail => mail.Key));
        Of(lacking with { Finding = InspectionFinding.InOrder }).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_withdrawal_tell_the_superior_that_nothing_waits_any_more()
    {
        var mail = Of(new ReportWithdrawn(Id, Unit, Province, 3, 1, "Lê Văn Cường", "Nhầm số liệu"))
            .Single(mail => mail.To == "t84@vks.example");

        mail.Subject.ShouldStartWith("[Đã rút]");
        mail.Text.ShouldContain("Người rút: Lê Văn Cường\nLý do: Nhầm số liệu");
        mail.Text.ShouldContain("Viện kiểm sát nhân dân huyện Càng Long đã rút báo cáo");
    }

    [Fact]
    public void Of_what_the_sector_is_to_judge_go_to_the_centre_s_office_and_not_to_the_general_mailbox()
    {
        var around = Around with { Centre = new Office("Cục 2", ["c2@vks.example"]) };
        var handedIn = new ReportSubmitted(Id, Province, UnitCode.Sector, 2, Submitted);

        var mail = EventNotices.Of(handedIn, around).Single(mail => mail.Kind == EventNotices.ReportWaiting);

        mail.To.ShouldBe("c2@vks.example");
        mail.Text.ShouldStartWith("Kính gửi: Cục 2\n");
        EventNotices.Of(new ReportSubmitted(Id, Unit, Province, 2, Submitted), around)
            .Single(mail => mail.Kind == EventNotices.ReportWaiting).To.ShouldBe("t84@vks.example");
        EventNotices.Of(handedIn, around with { Centre = null }).Single(mail => mail.Kind == EventNotices.ReportWaiting).To
            .ShouldBe("vkstc@vks.example");
    }

    [Fact]
    public void Of_a_cancellation_go_to_every_participant() =>
        Of(new CycleCancelled(Id, 9, "Thay kế hoạch")).Select(mail => mail.To)
            .ShouldBe(["t84-cl@vks.example", "vp.t84-cl@vks.example", "t84@vks.example"]);

    [Fact]
    public void Of_a_milestone_go_to_whom_it_concerns_and_to_every_unit_if_it_concerns_them()
    {
        var mails = Of(new MilestoneDue(Id, 11, 0, -7) { At = new DateTimeOffset(2018, 12, 13, 1, 0, 0, TimeSpan.Zero) });

        mails.Select(mail => mail.To).ShouldBe(["c2@vks.example", "t84-cl@vks.example", "vp.t84-cl@vks.example", "t84@vks.example"]);
        mails[0].Subject.ShouldBe("[Nhắc việc] Hội nghị tổng kết (còn 7 ngày là đến hạn): Tổng kết 10 năm ứng dụng công nghệ thông tin");
        mails[0].Text.ShouldContain("Thời hạn: 20/12/2018");
    }

    [Fact]
    public void Of_a_publication_go_to_the_recipients_of_the_cycle_each_by_name()
    {
        var mails = Of(new CyclePublished(Id, 10, PublicationNumber.InYear(1)));

        mails.Select(mail => mail.To).ShouldBe(["vientruong@vks.example", "vp@vks.example"]);
        mails[0].Text.ShouldStartWith("Kính gửi: Viện trưởng VKSND tối cao");
        mails[0].Subject.ShouldBe("[Công bố] Báo cáo số 01/BC-VKSTC: Tổng kết 10 năm ứng dụng công nghệ thông tin");
        mails[0].Text.ShouldContain(
            $"- Công bố lúc: 16:00 ngày 31/07/2018\n- Tình hình nộp: 7/10 đơn vị đã nộp; đúng hạn 5, muộn 2, chưa nộp 3\n- Mã kiểm " +
            $"chứng (SHA-256): {new string('5', 64)}");
        mails[0].Text.ShouldContain($"Truy cập Hệ thống báo cáo: https://bao-cao.vks.example/portal/publications/{Id}/1\n");
        mails[0].Text.ShouldNotContain("đính chính");
    }

    [Fact]
    public void Of_a_correction_say_what_it_replaces_and_why()
    {
        var correction = new Correction(PublicationNumber.InYear(1), "Sai số máy tính.", "Cục 2", At(31), false);
        var issued = Issued with
        {
            Entry = Issued.Entry with
            {
                Number = PublicationNumber.InYear(2),
                Sequence = 2,
                Correction = correction
            }
        };
        var mail = EventNotices.Of(new CyclePublished(Id, 12, PublicationNumber.InYear(2)), Around with { Issued = issued })[0];

        mail.Subject.ShouldStartWith("[Đính chính] Báo cáo số 02/BC-VKSTC");
        mail.Text.ShouldContain("đính chính và thay thế báo cáo số 01/BC-VKSTC. Lý do: Sai số máy tính.");
        mail.Text.ShouldContain($"/portal/publications/{Id}/2\n");
    }

    [Theory]
    [InlineData("Tổng kết\r\nBcc: ai@xa.example", "Tổng kết Bcc: ai@xa.example")]
    [InlineData("Tổng kết\u2028\u0085\u202Egnol\0", "Tổng kết gnol")]
    public void Never_break_a_subject_into_lines(string title, string written) =>
        EventNotices.Of(
            new ReportAccepted(Id, Unit, Province, 4, 2),
            Around with { Cycle = Cycle with { Terms = Cycle.Terms with { Title = title } } })[0]
            .Subject.ShouldBe($"[Đã duyệt] Báo cáo bản 2: {written}");

    private static IReadOnlyList<Mail> Of(ReportingEvent happened) => EventNotices.Of((CycleEvent)happened, Around);

    private static Surroundings Around =>
        new(Cycle, Form, Roster, new Portal(() => "https://bao-cao.vks.example/", "Cục 2, máy 1234"), [], Issued);

    private static Issued Issued => new(
        new PublicationEntry(Id, PublicationNumber.InYear(1), 1, At(31), Sha256.Of(new string('5', 64)), [], null),
        new Completeness(10, 7, 5, 2, 6, 1));

    private static Obligation Owing(string unit, int due) =>
        new(Id, UnitCode.Of(unit), Province, Tier.District, At(due), At(30), new ReportState.Owed(), 0, null, null, 0, 1);

    private static DateTimeOffset At(int day) => new(2018, 7, day, 16, 0, 0, VietnamTime.Offset);

    [GeneratedRegex("^[A-Za-z0-9._|-]+$")]
    private static partial Regex Plain();
}
