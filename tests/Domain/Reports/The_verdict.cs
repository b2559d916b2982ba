using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

public class The_verdict
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void On_a_late_report_stays_whatever_is_granted_after_it()
    {
        var late = AnObligation.Submitted(ACycle.Due + Instant).Extend(AnObligation.Later(5 * Day, ACycle.Due + Instant));

        (late.OnTime, late.DueAt, late.ClosesAt).ShouldBe((false, ACycle.Due, ACycle.Closes + (5 * Day)));
        var returned = AnObligation.Return(late, ACycle.Due + Day, ACycle.Due + (4 * Day));
        Receipt(returned, ACycle.Due + (2 * Day)).ShouldBe((false, false));
    }

    [Fact]
    public void Moves_with_what_was_granted_before_the_deadline_also_when_it_is_applied_after_the_report_came()
    {
        var before = AnObligation.Later(Day, ACycle.Due);
        var after = AnObligation.Later(Day, ACycle.Due + Instant);

        Receipt(AnObligation.Owed.Extend(before), ACycle.Due + Day).ShouldBe((true, true));
        Receipt(AnObligation.Owed.Extend(after), ACycle.Due + Day).ShouldBe((false, false));
        AnObligation.Submitted(ACycle.Due + Day).Extend(before).OnTime.ShouldBe(true);
        var granted = ACycle.Open().Extend(before, [], ACycle.Due).Value;
        AnObligation.Owed.Submit(granted, AnObligation.Hash, ACycle.Centre, ACycle.Due + Day, signOff: false).Value.Version.OnTime
            .ShouldBeTrue("the receipt says what the obligation will say once the extension is applied");
    }

    [Fact]
    public void Of_one_who_handed_in_nothing_until_more_time_was_given_is_late()
    {
        var given = AnObligation.Owed.Extend(AnObligation.Later(15 * Day, ACycle.Closes));

        (given.DueAt, given.AskedBy).ShouldBe((ACycle.Due, ACycle.Due + (15 * Day)));
        Receipt(given, ACycle.Closes + Day).ShouldBe((false, false));
    }

    [Fact]
    public void On_junk_in_time_that_was_returned_and_answered_after_the_deadline_is_late_and_names_both_instants()
    {
        var returned = AnObligation.Return(AnObligation.Submitted(ACycle.Start), ACycle.Start + Day);

        var answered = AnObligation.Submit(returned, ACycle.Due + Instant);

        answered.Verdict.ShouldBe(new Verdict(ACycle.Due, ACycle.Start, ACycle.Due + Instant, Stands: true));
        Receipt(returned, ACycle.Due).ShouldBe((true, true));
        Receipt(returned, ACycle.Due + Instant).ShouldBe((false, false));
        returned.Submit(ACycle.Open(), AnObligation.Hash, ACycle.Centre, ACycle.Due + Instant, signOff: false).Value.Version.FirstReceivedAt
            .ShouldBe(ACycle.Start);
    }

    [Fact]
    public void On_a_punctual_unit_is_kept_by_an_answer_within_the_limit_of_the_return_and_not_by_one_after_it()
    {
        var limit = ACycle.Due + (5 * Day);
        var returned = AnObligation.Return(AnObligation.Submitted(ACycle.Due), ACycle.Due + Day, limit);

        Receipt(returned, limit).ShouldBe((true, true));
        Receipt(returned, limit + Instant).ShouldBe((false, false));
        Receipt(returned.Extend(AnObligation.Later(7 * Day, limit)), limit + Day).ShouldBe((true, true));
        Receipt(returned.Extend(AnObligation.Later(7 * Day, limit + Instant)), limit + Day).ShouldBe((false, false));
    }

    [Fact]
    public void On_a_report_that_was_returned_and_not_answered_is_missing() =>
        AnObligation.Return(AnObligation.Submitted(ACycle.Start), ACycle.Start).OnTime.ShouldBeNull();

    [Fact]
    public void After_the_deadline_is_kept_until_the_closing_where_a_return_gives_no_other_limit()
    {
        var returned = AnObligation.Return(AnObligation.Submitted(ACycle.Due), ACycle.Due + Instant);

        Receipt(returned, ACycle.Closes).ShouldBe((true, true));
        returned.State.ShouldBeOfType<ReportState.Returned>().AnswerBy.ShouldBe(ACycle.Closes);
    }

    [Fact]
    public void Is_not_put_off_for_longer_than_a_month_nor_into_the_past()
    {
        foreach (var limit in (DateTimeOffset[])[ACycle.Start, ACycle.Due, ACycle.Due + (31 * Day) + Instant])
        {
            AnObligation.Submitted(ACycle.Start).Return(ACycle.Open(), 1, "Sai.", [], ACycle.Centre, ACycle.Due, limit).Refusal
                .ShouldBe(ReportRefusals.LimitNeeded);
        }
    }

    [Fact]
    public void Is_the_same_in_whatever_order_and_however_often_extensions_are_applied() => Law.Holds<byte[]>(days =>
    {
        var granted = days.Select(day => AnObligation.Later((day % 16) * Day, ACycle.Due.AddDays((day / 16) - 8))).ToArray();
        var reversed = AnObligation.Owed.Extend(granted.Reverse()).Extend(granted);

        var once = AnObligation.Owed.Extend(granted.OrderBy(extension => extension.GrantedAt));

        (reversed.DueAt, reversed.ClosesAt).ShouldBe((once.DueAt, once.ClosesAt));
    });

    [Fact]
    public void Written_by_an_earlier_version_stands()
    {
        const string Written = """
            {"cycle":"C","unit":"VP","superior":"VKSTC","tier":"supreme","dueAt":"2018-08-12T10:00:00+00:00","closesAt":"2018-08-20T10:00:00+00:00",
             "state":{"is":"returned","version":1,"at":"2018-08-12T11:00:00+00:00","by":"Cục 2","reason":"Sai.","fields":[]},
             "versions":1,"firstReceivedAt":"2018-08-12T09:00:00+00:00","returns":1,"revision":4}
            """;
        var read = JsonSerializer.Deserialize<Obligation>(Written.Replace("\"C\"", $"\"{ACycle.Open().Id}\""), DomainJson.Options)!;

        AnObligation.Submit(read, ACycle.Closes).OnTime.ShouldBe(true);
        read.Extend(AnObligation.Later(2 * Day) with { ClosesAt = ACycle.Closes }).ShouldBe(read, "it has been applied already");
    }

    private static (bool Receipt, bool? Obligation) Receipt(Obligation obligation, DateTimeOffset at)
    {
        var (next, version) = obligation.Submit(ACycle.Open(), AnObligation.Hash, ACycle.Centre, at, signOff: false).Value;
        return (version.OnTime, next.OnTime);
    }
}
