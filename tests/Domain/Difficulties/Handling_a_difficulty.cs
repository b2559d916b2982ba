using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;
using static VksServerless.Tests.Difficulties.ADifficulty;

namespace VksServerless.Tests.Difficulties;

public class Handling_a_difficulty
{
    [Fact]
    public void Gives_fifteen_days_to_answer_it_until_the_end_of_work()
    {
        Raised.DueAt.ShouldBe(Due);
        (Raised.IsOverdue(Due), Raised.IsOverdue(Due.AddTicks(1))).ShouldBe((false, true));
    }

    [Fact]
    public void Counts_the_days_in_Vietnam() =>
        TimeLimit.From(new DateTimeOffset(2018, 8, 1, 23, 0, 0, TimeSpan.Zero)).ShouldBe(Due.AddDays(1));

    [Fact]
    public void By_assigning_it_keeps_the_time_limit_unless_another_is_named()
    {
        Assigned.DueAt.ShouldBe(Due);
        Raised.Assign(Department, null, null, Due.AddDays(5), Centre, Start).Value.DueAt.ShouldBe(Due.AddDays(5));
        Raised.Assign(Department, null, null, Start, Centre, Start).Refusal.ShouldBe(DifficultyRefusals.LimitImpossible);
        Raised.Assign(Department, null, null, Start.AddYears(100), Centre, Start).Refusal.ShouldBe(DifficultyRefusals.LimitImpossible);
    }

    [Fact]
    public void By_assigning_it_again_names_another() =>
        Assigned.Assign(District, null, null, null, Centre, Start.AddDays(2)).Value.Assignment!.To.ShouldBe(District);

    [Fact]
    public void Is_not_possible_for_who_answers_or_assigns_once_it_is_answered()
    {
        foreach (var done in (Difficulty[])[Answered, Closed])
        {
            done.Answer("Lần nữa.", Centre, Start).Refusal!.Type.ShouldBe("difficulty-not-waiting");
            done.Assign(Department, null, null, null, Centre, Start).Refusal!.Type.ShouldBe("difficulty-not-waiting");
        }
    }

    [Fact]
    public void By_the_centre_alone_ends_without_an_answer()
    {
        Assigned.CloseByUnit(null, Reporter, Start).Refusal.ShouldBe(DifficultyRefusals.NotAnswered);
        Assigned.CloseByCentre("Trùng với nội dung khác.", Centre, Start).Value.State.ShouldBe(DifficultyState.Closed);
        Closed.CloseByCentre("Lần nữa.", Centre, Start).Refusal.ShouldBe(DifficultyRefusals.ClosedAlready);
        Closed.CloseByUnit(null, Reporter, Start).Refusal.ShouldBe(DifficultyRefusals.ClosedAlready);
    }

    [Fact]
    public void Begins_anew_with_a_new_time_limit_for_the_same_assignee_when_it_is_reopened()
    {
        var reopened = Closed.Reopen("Vẫn không đăng nhập được.", Reporter, Start.AddDays(30)).Value;

        (reopened.State, reopened.DueAt, reopened.Assignment!.To).ShouldBe((DifficultyState.Reopened, Due.AddDays(30), Department));
        reopened.Reopen("Lần nữa.", Reporter, Start).Refusal.ShouldBe(DifficultyRefusals.StillOpen);
        reopened.Answer("Đổi thiết bị.", Expert, Start.AddDays(31)).Value.State.ShouldBe(DifficultyState.Answered);
    }

    [Fact]
    public void Ends_by_itself_thirty_days_after_the_answer()
    {
        var answered = Start.AddDays(2);
        Answered.CloseByItself(answered.AddDays(30).AddTicks(-1)).Refused.ShouldBeTrue();
        Answered.CloseByItself(answered.AddDays(30)).Value.State.ShouldBe(DifficultyState.Closed);
        Assigned.CloseByItself(answered.AddDays(300)).Refused.ShouldBeTrue();
    }

    [Fact]
    public void Comes_to_an_end_before_its_history_outgrows_what_a_store_takes()
    {
        var difficulty = Raised;
        var longest = new string('a', DifficultyWords.LongestText);
        for (var round = 0; !difficulty.Waits
            || difficulty.Answer(longest, Centre, Start).Value.Reopen(longest[..2000], Reporter, Start) is { Refused: false }; round++)
        {
            round.ShouldBeLessThan(10);
            difficulty = difficulty.Answer(longest, Centre, Start).Value.Reopen(longest[..2000], Reporter, Start).Value;
        }

        difficulty.Answer(longest, Centre, Start).Value.Reopen("Lần nữa.", Reporter, Start).Refusal.ShouldBe(DifficultyRefusals.Full);
        difficulty.CloseByCentre("Quá dài.", Centre, Start).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Finds_the_same_one_under_the_same_key_and_refuses_another()
    {
        Raised.FindRaised(District, null, Words("Không đăng nhập được phần mềm", "Đã thử trên hai máy.")).Value.ShouldBe(Raised);
        Raised.FindRaised(District, null, Words("Khác")).Refusal.ShouldBe(Refusal.KeyReused);
        Raised.FindRaised(Department, null, Words(Raised.Title, Raised.Text)).Refusal.ShouldBe(Refusal.KeyReused);
    }

    [Theory]
    [InlineData("", "", "/title")]
    [InlineData("…", "", "/title")]
    [InlineData("Hai\ndòng", "", "/title")]
    [InlineData("Đảo \u202E chiều", "", "/title")]
    [InlineData("Phần mềm", "có ký tự \u0001", "/text")]
    public void Refuses_words_that_say_nothing_or_hide_something(string title, string text, string place) =>
        DifficultyWords.Check(DifficultyArea.Other, title, text).Refusal!.Errors.ShouldHaveSingleItem().Place.ShouldBe(place);

    [Fact]
    public void Refuses_words_that_are_too_long_and_guidance_that_is_empty()
    {
        DifficultyWords.Check(DifficultyArea.Other, new string('a', 301), new string('b', 10_001))
            .Refusal!.Errors.Select(error => error.Rule).ShouldBe(["too-long", "too-long"]);
        DifficultyWords.CheckGuidance(" ").Refusal!.Type.ShouldBe("difficulty-invalid");
        DifficultyWords.CheckGuidance(" Khởi động lại. ").Value.ShouldBe("Khởi động lại.");
    }

    [Fact]
    public void Is_filed_under_a_name_that_no_cycle_ever_bears() => Law.Holds<string, string>((person, key) =>
    {
        CycleId.From(PersonId.Of($"p-{person}"), key ?? "").ToString().ShouldNotContain('i');
        VksServerless.Notices.MailFile.Desk.ToString().ShouldContain('i');
    });

    [Fact]
    public void Is_seen_by_its_unit_those_above_it_and_who_is_to_answer()
    {
        var directory = UnitDirectory.Of(
        [
            .. UnitDirectory.Empty.Units,
            Of("T84", UnitLevel.Province, "VKSTC"), Of("T84-CL", UnitLevel.District, "T84"),
            Of("T84-CN", UnitLevel.District, "T84"), Of("V14", UnitLevel.Department, "VKSTC"),
        ]);
        bool Reads(Role role, string unit, bool assigned) =>
            Permission.ReadsDifficulty(
                new Caller(PersonId.Of("p"), "Ai đó", role, UnitCode.Of(unit)), District, assigned ? Department : null, directory);

        foreach (var role in (Role[])[Role.UnitReporter, Role.UnitHead])
        {
            (Reads(role, "T84-CL", false), Reads(role, "T84", false), Reads(role, "V14", true)).ShouldBe((true, true, true));
            (Reads(role, "T84-CN", true), Reads(role, "V14", false), Reads(role, "VKSTC", false)).ShouldBe((false, false, false));
        }

        (Reads(Role.Centre, "C2", false), Reads(Role.Leadership, "VKSTC", false), Reads(Role.Inspector, "TTR", false))
            .ShouldBe((true, true, true));
        (Reads(Role.Operator, "T84-CL", false), Reads(Role.Administrator, "T84-CL", true)).ShouldBe((false, false));
    }

    private static VksServerless.Units.Unit Of(string code, UnitLevel level, string superior) => new(
        UnitCode.Of(code), code, level, UnitCode.Of(superior), "", [$"{code.ToLowerInvariant()}@vks.example"], new DateOnly(2015, 6, 1),
        null);
}
