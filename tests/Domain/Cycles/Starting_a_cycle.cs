using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Starting_a_cycle
{
    [Fact]
    public void With_every_deadline_passed_is_refused() =>
        ACycle.Draft().Start(ACycle.Centre, ACycle.Due).Refusal!.Type.ShouldBe("cycle-deadlines-passed");

    [Fact]
    public void With_a_deadline_ahead_is_taken()
    {
        ACycle.Draft().Start(ACycle.Centre, ACycle.Due.AddMilliseconds(-1)).Refused.ShouldBeFalse();
        var later = ACycle.Terms with { Deadlines = new Deadlines(ACycle.Due, ACycle.Due, ACycle.Due.AddDays(1)) };
        ACycle.Draft(later).Start(ACycle.Centre, ACycle.Due).Refused.ShouldBeFalse();
    }

    [Fact]
    public void After_the_closing_is_refused_as_over() =>
        ACycle.Draft().Start(ACycle.Centre, ACycle.Closes).Refusal!.Type.ShouldBe("cycle-already-over");
}
