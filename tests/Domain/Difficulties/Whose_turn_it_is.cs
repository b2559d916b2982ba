using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.Difficulties;

public class Whose_turn_it_is
{
    private static readonly Difficulty Reopened =
        ADifficulty.Answered.Reopen("Vẫn không được.", ADifficulty.Reporter, ADifficulty.Start.AddDays(3)).Value;

    private static readonly Caller Leader = new(PersonId.Of("l"), "Lãnh đạo", Role.Leadership, UnitCode.Sector);

    private static readonly Caller[] Callers = [ADifficulty.Centre, ADifficulty.Reporter, ADifficulty.Expert, Leader];

    [Fact]
    public void Of_a_new_one_it_is_the_centre_s() => Turn(ADifficulty.Raised).ShouldBe([ADifficulty.Centre]);

    [Fact]
    public void Of_an_assigned_one_it_is_the_assignee_s() => Turn(ADifficulty.Assigned).ShouldBe([ADifficulty.Expert]);

    [Fact]
    public void Of_an_answered_one_it_is_the_unit_s() => Turn(ADifficulty.Answered).ShouldBe([ADifficulty.Reporter]);

    [Fact]
    public void Of_one_that_came_back_it_is_the_assignee_s_and_the_centre_s() =>
        Turn(Reopened).ShouldBe([ADifficulty.Centre, ADifficulty.Expert]);

    [Fact]
    public void Of_a_closed_one_it_is_nobody_s() => Turn(ADifficulty.Closed).ShouldBeEmpty();

    [Fact]
    public void Stands_on_the_shelves_that_are_looked_at_for_it()
    {
        Attention.ShelvesWaitingFor(ADifficulty.Centre).Select(shelf => shelf.State)
            .ShouldBe([DifficultyState.Reopened, DifficultyState.Raised]);
        Attention.ShelvesWaitingFor(ADifficulty.Expert).Select(shelf => (shelf.Assignee, shelf.Unit, shelf.State))
            .ShouldBe([(ADifficulty.Department, null, null), (null, ADifficulty.Department, DifficultyState.Answered)]);
        Attention.ShelvesWaitingFor(Leader).ShouldBeEmpty();
    }

    private static IEnumerable<Caller> Turn(Difficulty difficulty) =>
        Callers.Where(caller => DifficultyEntry.Of(difficulty).WaitsFor(caller));
}
