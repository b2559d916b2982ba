using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

public class Correcting_a_cycle
{
    private static readonly DateTimeOffset Now = new(2018, 8, 1, 8, 0, 0, VietnamTime.Offset);
    private static readonly Caller Centre = new("centre", "Cục 2", Role.Centre, UnitCode.Of("C2"));
    private static readonly Caller Leader = new("leader", "Lãnh đạo", Role.Leadership, UnitCode.Sector);

    [Fact]
    public void Needs_approval_again_even_when_the_report_comes_back_to_what_was_approved_before()
    {
        var second = Corrected(Published("A").Value, "B").Approve("B", Leader, Now).Value.Publish("02/BC-VKSTC", Now);

        var third = Corrected(second, "A");

        third.IsApproved.ShouldBeFalse();
        third.Approve("A", Leader, Now).Value.IsApproved.ShouldBeTrue();
    }

    [Fact]
    public void Cannot_end_in_cancelling_what_has_been_published()
    {
        var correcting = Corrected(Published("A").Value, "B");

        correcting.Cancel("Không cần nữa.", Centre, Now).Refusal!.Type.ShouldBe("cycle-ended");
    }

    private static Outcome<Cycle> Published(string digest) => Draft().Start(Centre, Now)
        .Then(starting => starting.Open(Now).Close("Hệ thống", Now))
        .Then(closed => closed.LayBefore(digest, Now).Approve(digest, Leader, Now))
        .Map(approved => approved.Publish("01/BC-VKSTC", Now));

    private static Cycle Corrected(Cycle published, string digest) => published.Correct("Sai số liệu.", Centre, Now)
        .Then(correcting => correcting.FinishCorrecting())
        .Map(ready => ready.LayBefore(digest, Now)).Value;

    private static Cycle Draft()
    {
        var due = Now.AddDays(10);
        var terms = new CycleTerms(
            "Tổng kết", new Plan("72/KH-VKSTC", new DateOnly(2018, 5, 15)), new FormRef("ung-dung-cntt-10-nam", 1),
            new Period(new DateOnly(2008, 1, 1), new DateOnly(2018, 5, 31)), Participants.Everyone, new Deadlines(due, due, due), null,
            due.AddDays(10), true, new ReminderStages([-7, -1], new TimeOnly(8, 0)), 1, []);
        return Cycle.Create(CycleId.From("centre", "key-1"), terms, Centre, Now);
    }
}
