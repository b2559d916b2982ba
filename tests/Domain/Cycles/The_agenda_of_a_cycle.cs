using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class The_agenda_of_a_cycle
{
    private static readonly DateTimeOffset WeekBefore = new(2018, 8, 3, 8, 0, 0, VietnamTime.Offset);

    /// <summary>Histories of orchestrations that began under an earlier version have the numbers.</summary>
    [Fact]
    public void Travels_with_its_step_by_name_and_is_read_by_number_too()
    {
        System.Text.Json.JsonSerializer.Serialize(new Agenda(Step.Close, null)).ShouldContain("\"Close\"");
        System.Text.Json.JsonSerializer.Deserialize<Agenda>("""{"Step":3,"LookAgainAt":null}""").ShouldBe(new Agenda(Step.Close, null));
    }

    [Fact]
    public void Waits_for_the_opening_that_was_set()
    {
        var opens = ACycle.Start.AddDays(1);
        var starting = ACycle.Draft(ACycle.Terms with { OpensAt = opens }).Start(ACycle.Centre, ACycle.Start).Value;

        At(starting, opens.AddMilliseconds(-1)).ShouldBe(new Agenda(Step.Wait, opens));
        At(starting, opens).Step.ShouldBe(Step.Open);
    }

    [Fact]
    public void Looks_again_at_the_next_round_of_reminders() =>
        At(ACycle.Open(), ACycle.Start).ShouldBe(new Agenda(Step.Wait, WeekBefore));

    [Fact]
    public void Reminds_at_the_hour_of_the_stage_and_not_before()
    {
        At(ACycle.Open(), WeekBefore.AddMilliseconds(-1)).Step.ShouldBe(Step.Wait);
        At(ACycle.Open(), WeekBefore).Step.ShouldBe(Step.Remind);
    }

    [Fact]
    public void After_an_interruption_takes_the_newest_round_and_passes_over_the_older()
    {
        var late = ACycle.Due.AddDays(2);

        Agenda.RoundDue(ACycle.Open(), late).ShouldBe(new DateTimeOffset(2018, 8, 11, 8, 0, 0, VietnamTime.Offset));
    }

    [Fact]
    public void Closes_after_the_last_instant_at_which_reports_are_taken()
    {
        var reminded = ACycle.Open().RemindedAll(ACycle.Closes);

        At(reminded, ACycle.Closes).ShouldBe(new Agenda(Step.Wait, ACycle.Closes.AddMilliseconds(1)));
        At(reminded, ACycle.Closes.AddMilliseconds(1)).Step.ShouldBe(Step.Close);
    }

    [Fact]
    public void Closes_sooner_when_everyone_is_accepted_and_the_plan_says_so()
    {
        Agenda.Of(ACycle.Open(), everyoneAccepted: true, ACycle.Start).Step.ShouldBe(Step.Close);
        Agenda.Of(ACycle.Open(ACycle.Terms with { CloseWhenAllAccepted = false }), everyoneAccepted: true, ACycle.Start)
            .Step.ShouldBe(Step.Wait);
    }

    [Fact]
    public void Puts_the_report_together_when_those_who_were_reopened_have_had_their_time()
    {
        var closed = ACycle.Open().Close("Hệ thống", ACycle.Closes).Value;
        var correcting = ACycle.Published("A").Correct("Sai.", ACycle.Centre, ACycle.Closes).Value.FinishCorrecting().Value;
        var limit = ACycle.Closes.AddDays(3);
        foreach (var cycle in (Cycle[])[closed, correcting])
        {
            Agenda.Of(cycle, false, ACycle.Closes, limit).ShouldBe(new Agenda(Step.Wait, limit.AddMilliseconds(1)));
            Agenda.Of(cycle, false, limit.AddMilliseconds(1), limit).Step.ShouldBe(Step.Aggregate);
            Agenda.Of(cycle, false, ACycle.Closes).Step.ShouldBe(Step.Aggregate);
        }
    }

    [Fact]
    public void Publishes_once_the_last_approval_is_given()
    {
        var laid = ACycle.AwaitingApproval("A", ACycle.Terms with { ApprovalsNeeded = 2 });
        var once = laid.Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start).Value;
        var twice = once.Approve(Sha256.Over("A"u8), ACycle.Leader with { Person = PersonId.Of("another") }, ACycle.Start).Value;

        At(once, ACycle.Start).Step.ShouldBe(Step.Wait);
        At(twice, ACycle.Start).Step.ShouldBe(Step.Publish);
    }

    private static Agenda At(Cycle cycle, DateTimeOffset now) => Agenda.Of(cycle, everyoneAccepted: false, now);
}
