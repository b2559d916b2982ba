using VksServerless.Difficulties;

namespace VksServerless.Tests.Difficulties;

public class A_difficulty_taken_through_any_steps
{
    [Fact]
    public void Keeps_every_step_and_adds_at_most_one() => Law.Holds<byte[]>(steps => Run(steps, (before, next, _) =>
    {
        next.History.Take(before.History.Count).ShouldBe(before.History);
        (next.History.Count - before.History.Count).ShouldBe(ReferenceEquals(before, next) ? 0 : 1);
        (next with { History = before.History }).ShouldBe(before);
    }));

    [Fact]
    public void Is_overdue_only_while_it_waits() => Law.Holds<byte[]>(steps => Run(steps, (_, next, now) =>
    {
        next.IsOverdue(now).ShouldBe(next.Waits && now > next.DueAt);
        (next.State is DifficultyState.Answered or DifficultyState.Closed && next.IsOverdue(DateTimeOffset.MaxValue)).ShouldBeFalse();
        DifficultyEntry.Of(next).IsOverdue(now).ShouldBe(next.IsOverdue(now));
    }));

    [Fact]
    public void Is_closed_by_its_unit_only_when_it_has_been_answered() => Law.Holds<byte[]>(steps => Run(steps, (before, next, _) =>
    {
        if (next.History[^1] is DifficultyStep.Closed closed && closed.By.Unit == next.Unit && next != before)
        {
            before.State.ShouldBe(DifficultyState.Answered);
        }
    }));

    [Fact]
    public void Never_begins_a_time_limit_that_is_past() => Law.Holds<byte[]>(steps => Run(steps, (before, next, now) =>
    {
        if (next.DueAt != before.DueAt)
        {
            next.DueAt.ShouldBeGreaterThan(now);
        }
    }));

    [Fact]
    public void Never_loses_who_is_to_answer() => Law.Holds<byte[]>(steps => Run(steps, (before, next, _) =>
        (before.Assignment is not null && next.Assignment is null).ShouldBeFalse()));

    /// <summary>Each step is an attempt, half a day after the one before; what is refused leaves the difficulty as it was.</summary>
    private static void Run(byte[] steps, Action<Difficulty, Difficulty, DateTimeOffset> observe)
    {
        var difficulty = ADifficulty.Raised;
        foreach (var (count, step) in steps.Index())
        {
            var (before, now) = (difficulty, ADifficulty.Start.AddHours(12 * (count + 1)));
            difficulty = Take(before, step, now).OrElse(before);
            observe(before, difficulty, now);
        }
    }

    private static Outcome<Difficulty> Take(Difficulty difficulty, byte step, DateTimeOffset now) => (step % 7) switch
    {
        0 => difficulty.Assign(ADifficulty.Department, null, null, step > 128 ? now.AddDays(step - 140) : null, ADifficulty.Centre, now),
        1 => difficulty.Answer("Khởi động lại.", ADifficulty.Expert, now),
        2 => difficulty.CloseByUnit(null, ADifficulty.Reporter, now),
        3 when step > 128 => difficulty.CloseByCentre("Trùng lặp.", ADifficulty.Centre, now),
        4 => difficulty.Reopen("Vẫn chưa được.", ADifficulty.Reporter, now),
        5 => difficulty.CloseByItself(now.AddDays(step)),
        _ => difficulty.Answer("Cài lại.", ADifficulty.Centre, now),
    };
}
