using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

public class Extending_a_cycle
{
    private static readonly Participant Unit = new(UnitCode.Of("T84"), "Trà Vinh", UnitLevel.Province, UnitCode.Sector, Tier.Province, []);

    [Fact]
    public void Gives_each_named_unit_more_time_than_it_has()
    {
        Extend(ACycle.Open(), 0).Refusal!.Type.ShouldBe("extension-backwards");
        var extended = Extend(ACycle.Open(), 5).Value;
        Extend(extended, 5).Refusal!.Type.ShouldBe("extension-backwards");
        Extend(extended, 6).Value.NewestExtensions()[Unit.Unit].DueAt.ShouldBe(ACycle.Due.AddDays(6));
    }

    [Fact]
    public void After_the_closing_reopens_the_named_units_alone_and_has_the_sector_report_wait_for_them()
    {
        var later = ACycle.Closes.AddDays(1);
        var laid = ACycle.AwaitingApproval("A");
        var extension = new Extension([Unit.Unit], later.AddDays(2), later.AddDays(3), "Bão", "Cục 2", later);

        var reopened = laid.Extend(extension, [Unit], later).Value;

        (reopened.Revision, reopened.Phase.Name, reopened.TakesReports).ShouldBe((laid.Revision + 1, "closed", false));
        reopened.Extensions.ShouldHaveSingleItem().Reopens.ShouldBeTrue();
        var approved = laid.Approve(ACycle.DigestOf("A"), ACycle.Leader, later).Value;
        approved.Extend(extension, [Unit], later).Refusal!.Detail.ShouldContain("đính chính");
        ACycle.Published("A").Extend(extension, [Unit], later).Refusal!.Detail.ShouldContain("mở đính chính");
    }

    [Fact]
    public void After_the_closing_reaches_a_month_ahead_at_most()
    {
        var later = ACycle.Closes.AddDays(1);
        Outcome<Cycle> Extend(Cycle cycle, DateTimeOffset due, DateTimeOffset closes) =>
            cycle.Extend(new Extension([Unit.Unit], due, closes, "Bão", "Cục 2", later), [Unit], later);
        var closed = ACycle.Open().Close("Hệ thống", ACycle.Closes).Value;

        Extend(closed, later.AddDays(31), later.AddDays(31)).Refused.ShouldBeFalse();
        Extend(closed, later.AddYears(63), later.AddYears(63)).Refusal!.Type.ShouldBe("reopened-too-long");
        Extend(closed, later.AddDays(2), later.AddYears(63)).Refusal!.Detail.ShouldContain("31 ngày");
        var mistaken = Extend(ACycle.Open(), later.AddYears(63), later.AddYears(63)).Value.Close("Cục 2", later).Value;
        Extend(mistaken, later.AddDays(2), later.AddDays(2)).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Ends_before_the_cycle_outgrows_its_row()
    {
        var (cycle, days, next) = (ACycle.Open(), 1, Extend(ACycle.Open(), 1));
        while (!next.Refused)
        {
            cycle = next.Value;
            next = Extend(cycle, ++days, new string('ệ', 2000));
        }

        next.Refusal!.Type.ShouldBe("extensions-too-many");
        cycle.Extensions.Count.ShouldBeGreaterThan(80);
        JsonSerializer.SerializeToUtf8Bytes(cycle, DomainJson.Options).Length.ShouldBeLessThan(900 * 1024);
    }

    private static Outcome<Cycle> Extend(Cycle cycle, int days, string reason = "Bão") => cycle.Extend(
        new Extension([Unit.Unit], ACycle.Due.AddDays(days), ACycle.Closes.AddDays(200), reason, "Cục 2", ACycle.Start), [Unit],
        ACycle.Start);
}
