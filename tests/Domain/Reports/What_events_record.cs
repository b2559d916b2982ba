using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Difficulties;

namespace VksServerless.Tests.Reports;

public class What_events_record
{
    private static readonly ReportAccepted Accepted =
        new(ACycle.Open().Id, AnObligation.Owed.Unit, AnObligation.Owed.Superior, 4, 2) { At = ACycle.Due, By = PersonId.Of("p-1") };

    [Fact]
    public void The_instant_and_the_actor_are_no_part_of_the_id() =>
        (Accepted with { At = ACycle.Closes, By = PersonId.System }).Id.ShouldBe(Accepted.Id);

    [Fact]
    public void What_follows_for_the_superior_has_the_same_instant_and_actor()
    {
        var changed = NodeChanged.After(Accepted);

        (changed.At, changed.By).ShouldBe((Accepted.At, Accepted.By));
        changed.Id.ShouldBe($"{Accepted.Cycle}.{Accepted.Superior}.{Accepted.Unit}.4.NodeChanged");
    }

    [Fact]
    public void Of_a_difficulty_is_who_took_its_newest_step_and_when()
    {
        var happened = DifficultyEvent.Of(ADifficulty.Assigned);

        (happened.At, happened.By).ShouldBe((ADifficulty.Assigned.History[^1].At, ADifficulty.Centre.Person));
    }
}
