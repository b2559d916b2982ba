using System.Text.Json;
using VksServerless.Application.Cycles;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Events;
using VksServerless.Application.Reports;
using VksServerless.Calendars;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Storage;
using VksServerless.Storage.Events;
using VksServerless.Totals;

namespace VksServerless.Contracts.Events;

public abstract class EventContract : PortContract
{
    public static TheoryData<string> Subjects =>
    [
        .. EventJson.Kinds.Select(kind => kind.Name),
    ];

    [Fact]
    public async Task What_was_set_aside_goes_to_its_own_subscription_again_once_and_on_record()
    {
        var setAside = Host<ISetAsideMessages>();
        var happening = Every().First();
        var body = EventJson.Write(happening);
        var message = new SetAsideMessage(
            Subscriptions.Notices, new EventMessage(body).Digest, "Failed for a day", "busy", 1440, Sample.Now, body);
        await setAside.Keep(message, None);
        var found = (await setAside.Find(message.Subscription, message.Digest, None)).ShouldNotBeNull();
        var record = new MessageResend(
            message.Subscription, message.Digest, message.Reason, message.At, Sample.Now.AddHours(1), "Vận hành");

        var resent = await AtOnce(8, _ => Host<ISetAsideMessages>().Resend(found, record, None));

        resent.Count(done => done).ShouldBe(1);
        (await setAside.List(10, null, None)).Items.ShouldBeEmpty();
        (await setAside.Resent(10, null, None)).Items.ShouldBe([record]);
        var again = (await Outbox.Pending("set-aside|notices", TimeSpan.Zero, 10, None)).ShouldHaveSingleItem().Message;
        again.Subject.ShouldBe("again.notices");
        Said(EventJson.Read(EventMessage.Read(again.Body).Body.Span)).ShouldBe(Said(happening));

        await setAside.Keep(message, None);
        var later = (await setAside.Find(message.Subscription, message.Digest, None))!;
        (await setAside.Resend(later, record, None)).ShouldBeTrue();
        (await Outbox.Pending("set-aside|notices", TimeSpan.Zero, 10, None)).Select(pending => pending.Message.Id).Distinct().Count()
            .ShouldBe(2, "what fails and is sent again later is not taken for the same");
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task Every_event_arrives_as_it_was_written(string subject)
    {
        var happening = Every().Single(one => one.Subject == subject);
        await Rows.Commit("p", [], [EventEnvelope.Write(happening)], None);

        var arrived = (await Outbox.Pending("p", TimeSpan.Zero, 10, None)).ShouldHaveSingleItem().Message;

        arrived.Subject.ShouldBe(subject);
        arrived.Id.ShouldBe(happening.Id);
        Said(EventJson.Read(arrived.Body.Span)).ShouldBe(Said(happening));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"event":"Nonsense","cycle":"k000000000000000"}""")]
    public void What_is_no_event_is_refused(string body) =>
        Should.Throw<JsonException>(() => EventJson.Read(System.Text.Encoding.UTF8.GetBytes(body)));

    private static ReportingEvent[] Every()
    {
        var (cycle, unit, superior) = (Sample.Id(), Sample.Unit(1), Sample.Province);
        var difficulty = DifficultyId.From(PersonId.Of("p-1"), "khoa-1");
        return
        [
            new UnitObliged(cycle, unit, superior, 1),
            new ReportSubmitted(
                cycle, unit, superior, 2,
                new SubmittedVersion(1, Sample.Now, Sha256.Of(new string('a', 64)), true, PersonId.Of("p-1"), "Cán bộ")),
            new ReportPresented(
                cycle, unit, superior, 2,
                new Presentation(1, Sample.Now, Sha256.Of(new string('a', 64)), PersonId.Of("p-1"), "Cán bộ", false), Sample.Now),
            new ReportSentBack(cycle, unit, superior, 2, "Thiếu số liệu", "Viện trưởng"),
            new ReportWithdrawn(cycle, unit, superior, 3, 1, "Viện trưởng", "Nhầm"),
            new ReturnTakenBack(cycle, unit, superior, 5, 1, IsAccepted: true),
            new ExemptionRevoked(cycle, unit, superior, 7, Sample.Now, "Miễn nhầm"),
            new ReportReturned(cycle, unit, superior, 4, 1, "Thiếu biên bản", [FieldCode.Of("so-may"), FieldCode.Of("loi")]),
            new ReportAccepted(cycle, unit, superior, 5, 1),
            new ReportInspected(cycle, unit, superior, 5, 1, 1, InspectionFinding.Lacking, "Thiếu biên bản", "Thanh tra viên"),
            new UnitExempted(cycle, unit, superior, 6, "Sáp nhập"),
            new AdjustmentsFallen(cycle, unit, 2, "0123456789abcdef"),
            new DeadlineExtended(cycle, unit, superior, 7, Sample.Now, "Bão số 3"),
            new ReminderDue(cycle, unit, superior, 8, Sample.Now, -7),
            new NodeChanged(cycle, superior, "T84-001.2"),
            new SectorTotalChanged(cycle, new string('a', 64), true),
            new CycleChanged(cycle, 2),
            new ReportLaidBefore(cycle, Sha256.Of(new string('d', 64)), 4),
            new CycleCancelled(cycle, 4, "Hoãn"),
            new CyclePublished(cycle, 5, PublicationNumber.InYear(1)),
            new MilestoneDue(cycle, 6, 1, -7),
            new SectorReportRefused(cycle, 7, "Chưa khớp", "Lãnh đạo"),
            new DifficultyRaised(difficulty, unit, 1),
            new DifficultyAssigned(difficulty, unit, 2),
            new DifficultyAnswered(difficulty, unit, 3),
            new DifficultyClosed(difficulty, unit, 4),
            new DifficultyReopened(difficulty, unit, 5),
            new UnitsTakenOver(cycle, superior, 1),
        ];
    }
}
