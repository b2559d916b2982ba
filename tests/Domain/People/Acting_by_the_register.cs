using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.People;

public class Acting_by_the_register
{
    private static readonly DateOnly Day = new(2018, 6, 1);
    private static readonly PersonId Somebody = PersonId.Of("p-1");

    [Fact]
    public void Is_for_the_days_of_a_post_first_and_last_included()
    {
        var person = With(new Post(Role.UnitHead, UnitCode.Of("T84"), Day, Day.AddDays(1)));

        Enumerable.Range(-1, 4).Select(day => person.ActsAs(Day.AddDays(day)).Count).ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void In_ones_own_post_and_in_place_of_another_is_one_choice()
    {
        var post = new Post(Role.UnitHead, UnitCode.Of("T84"), Day);
        var person = With(post, post with { InPlaceOf = PersonId.Of("p-2"), To = Day }, post with { Unit = UnitCode.Of("T01") });

        person.ActsAs(Day).Select(caller => caller.Post).ShouldBe(["unit-head@T84", "unit-head@T01"]);
    }

    [Fact]
    public void The_first_administrator_keeps_it_until_somebody_else_is_one()
    {
        var first = new FirstAdministrator(Somebody);
        var other = new Person(PersonId.Of("p-2"), "B", null, [new Post(Role.Administrator, UnitCode.Of("C2"), Day, Day)]);

        first.Posts(Somebody, PeopleRegister.Empty, Day).ShouldHaveSingleItem().Post.ShouldBe("administrator@C2");
        first.Posts(other.Id, PeopleRegister.Empty, Day).ShouldBeEmpty();
        first.Posts(Somebody, PeopleRegister.Of([other]), Day).ShouldBeEmpty();
        first.Posts(Somebody, PeopleRegister.Of([other]), Day.AddDays(1)).ShouldHaveSingleItem();
        first.Posts(Somebody, PeopleRegister.Of([With(new Post(Role.Centre, UnitCode.Of("C2"), Day))]), Day)
            .Select(caller => (caller.Post, caller.Name)).ShouldBe([("centre@C2", "Trần Văn A"), ("administrator@C2", "Trần Văn A")]);
        new FirstAdministrator(null).Posts(Somebody, PeopleRegister.Empty, Day).ShouldBeEmpty();
    }

    private static Person With(params Post[] posts) => new(Somebody, "Trần Văn A", null, posts);
}
