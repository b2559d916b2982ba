using System.Text.Json;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

public class Extending_a_cycle
{
    private static readonly DateTimeOffset Now = new(2018, 7, 1, 8, 0, 0, VietnamTime.Offset);
    private static readonly DateTimeOffset Due = Now.AddDays(10);
    private static readonly Caller Centre = new("centre", "Cục 2", Role.Centre, UnitCode.Of("C2"));
    private static readonly Participant Unit = new(UnitCode.Of("T84"), "Trà Vinh", UnitLevel.Province, UnitCode.Sector, Tier.Province, []);

    [Fact]
    public void Gives_each_named_unit_more_time_than_it_has()
    {
        Extend(Open(), Due).Refusal!.Type.ShouldBe("extension-backwards");
        var extended = Extend(Open(), Due.AddDays(5)).Value;
        Extend(extended, Due.AddDays(5)).Refusal!.Type.ShouldBe("extension-backwards");
        Extend(extended, Due.AddDays(6)).Value.NewestExtensions()[Unit.Unit].DueAt.ShouldBe(Due.AddDays(6));
    }

    [Fact]
    public void Ends_before_the_cycle_outgrows_its_row()
    {
        var (cycle, days, next) = (Open(), 1, Extend(Open(), Due.AddDays(1)));
        while (!next.Refused)
        {
            cycle = next.Value;
            next = Extend(cycle, Due.AddDays(++days), new string('ệ', 2000));
        }

        next.Refusal!.Type.ShouldBe("extensions-too-many");
        cycle.Extensions.Count.ShouldBeGreaterThan(80);
        JsonSerializer.SerializeToUtf8Bytes(cycle, DomainJson.Options).Length.ShouldBeLessThan(900 * 1024);
    }

    private static Outcome<Cycle> Extend(Cycle cycle, DateTimeOffset dueAt, string reason = "Bão") =>
        cycle.Extend(new Extension([Unit.Unit], dueAt, dueAt.AddDays(100), reason, "Cục 2", Now), [Unit], Now);

    private static Cycle Open() => Cycle.Create(
        CycleId.From("p", "extending"),
        new CycleTerms(
            "Tổng kết", new Plan("72/KH-VKSTC", new DateOnly(2018, 5, 30)), new FormRef("f", 1), new Period(new DateOnly(2018, 1, 1), new DateOnly(2018, 5, 31)),
            Participants.Everyone, new Deadlines(Due, Due, Due), null, Due.AddDays(1), true, new ReminderStages([], new TimeOnly(8, 0)), 1, []),
        Centre,
        Now).Start(Centre, Now).Value.Open(Now);
}
