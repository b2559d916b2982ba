using VksServerless.People;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.People;

public class Delegating_the_signature
{
    private static readonly DateOnly Today = VietnamTime.DayOf(ACycle.Start);
    private static readonly Caller Deputy = new(PersonId.Of("deputy"), "Phạm Thị Dung", Role.UnitReporter, AnObligation.Head.Unit);

    /// <summary>As the register has the deputy.</summary>
    private static readonly Person Known = new(
        Deputy.Person, Deputy.Name, null, [new Post(Role.UnitReporter, Deputy.Unit, new DateOnly(2018, 1, 1))]);

    private static Delegation Given { get; } = Give(1, 3).Value;

    [Fact]
    public void Holds_from_the_first_moment_of_its_first_day_to_the_last_of_its_last()
    {
        var (begins, ends) = (Midnight(1), Midnight(4));

        Given.Allows(Deputy, begins).ShouldBeTrue();
        Given.Allows(Deputy, begins.AddTicks(-1)).ShouldBeFalse();
        Given.Allows(Deputy, ends.AddTicks(-1)).ShouldBeTrue();
        Given.Allows(Deputy, ends).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.Machine)]
    [InlineData(Role.Centre)]
    [InlineData(Role.UnitHead)]
    public void Is_for_the_people_of_the_unit_only(Role role)
    {
        Given.Allows(Deputy with { Role = role }, Midnight(2)).ShouldBeFalse();
        Given.Allows(Deputy with { Unit = UnitCode.Of("T01") }, Midnight(2)).ShouldBeFalse();
        Given.Allows(Deputy with { Person = PersonId.Of("other") }, Midnight(2)).ShouldBeFalse();
    }

    [Fact]
    public void Ends_before_the_day_from_which_it_is_revoked()
    {
        var revoked = Given.Revoke(Today.AddDays(2), "Thủ trưởng về sớm.", AnObligation.Head, Midnight(2).AddHours(9)).Value;

        revoked.Allows(Deputy, Midnight(2).AddTicks(-1)).ShouldBeTrue();
        revoked.Allows(Deputy, Midnight(2)).ShouldBeFalse();
    }

    [Fact]
    public void Is_revoked_never_for_days_gone_by_and_never_later_than_it_ends()
    {
        Revoke(Given, from: 1, on: 2).ShouldBe("delegation-invalid");
        Revoke(Given, from: 4, on: 2).ShouldBe("delegation-ends-before");
        Revoke(Given, from: 4, on: 4).ShouldBe("delegation-ends-before");
        var revoked = Given.Revoke(Today.AddDays(3), "Đổi.", AnObligation.Head, Midnight(2)).Value;
        Revoke(revoked, from: 4, on: 2).ShouldBe("delegation-ends-before");
        Revoke(revoked, from: 2, on: 2).ShouldBeNull();
        Revoke(revoked, from: 3, on: 2).ShouldBeNull();
    }

    [Fact]
    public void That_is_revoked_before_it_begins_never_holds()
    {
        var revoked = Given.Revoke(Today, "Nhầm.", AnObligation.Head, ACycle.Start).Value;

        Enumerable.Range(0, 5).ShouldAllBe(day => !revoked.Allows(Deputy, Midnight(day)));
        revoked.Lives(ACycle.Start).ShouldBeFalse();
    }

    [Fact]
    public void Lasts_a_year_at_most()
    {
        Delegation.Give("id", AnObligation.Head, "deputy", Known, "Dung", Today, Today.AddYears(1).AddDays(-1), "Đi học.", ACycle.Start)
            .Refused.ShouldBeFalse();
        Delegation.Give("id", AnObligation.Head, "deputy", Known, "Dung", Today, Today.AddYears(1), "Đi học.", ACycle.Start)
            .Refusal!.Errors.ShouldHaveSingleItem().Rule.ShouldBe("too-long");
        Delegation.Give("id", AnObligation.Head, "deputy", Known, "Dung", DateOnly.MaxValue, DateOnly.MaxValue, "Đi học.", ACycle.Start)
            .Refusal!.Errors.ShouldHaveSingleItem().Rule.ShouldBe("too-long");
    }

    [Fact]
    public void With_faults_is_told_all_of_them() =>
        Delegation.Give(
            "id", AnObligation.Head, AnObligation.Head.Person.ToString(), null, " ", Today.AddDays(-1), Today.AddDays(-2), "Đi học.",
            ACycle.Start)
            .Refusal!.Errors.Select(error => (error.Place, error.Rule))
                .ShouldBe([("/person", "oneself"), ("/name", "required"), ("/from", "in-the-past"), ("/to", "before-from")]);

    [Fact]
    public void Is_given_only_to_a_person_whom_the_register_knows_as_a_reporter_of_the_unit_on_one_of_its_days()
    {
        var post = Known.Posts[0];
        RuleFor(null).ShouldBe("not-a-reporter");
        RuleFor(Known with { Posts = [] }).ShouldBe("not-a-reporter");
        RuleFor(Known with { Posts = [post with { Unit = UnitCode.Of("T01") }] }).ShouldBe("not-a-reporter");
        RuleFor(Known with { Posts = [post with { Role = Role.UnitHead }] }).ShouldBe("not-a-reporter");
        RuleFor(Known with { Posts = [post with { To = Today }] }).ShouldBe("not-a-reporter");
        RuleFor(Known with { Posts = [post with { From = Today.AddDays(4) }] }).ShouldBe("not-a-reporter");
        RuleFor(Known with { Posts = [post with { To = Today.AddDays(1) }] }).ShouldBeNull();
        RuleFor(Known with { Posts = [post with { From = Today.AddDays(3) }] }).ShouldBeNull();

        static string? RuleFor(Person? known) =>
            Delegation.Give("id", AnObligation.Head, "deputy", known, "Dung", Today.AddDays(1), Today.AddDays(3), "Đi học.", ACycle.Start)
                .Refusal?.Errors.ShouldHaveSingleItem().Rule;
    }

    [Fact]
    public void Wants_a_reason() =>
        Delegation.Give("id", AnObligation.Head, "deputy", Known, "Dung", Today, Today, " ", ACycle.Start)
            .Refusal!.Type.ShouldBe("reason-missing");

    private static Outcome<Delegation> Give(int from, int to) =>
        Delegation.Give(
            "id", AnObligation.Head, Deputy.Person.ToString(), Known, Deputy.Name, Today.AddDays(from), Today.AddDays(to), "Đi công tác.",
            ACycle.Start);

    private static string? Revoke(Delegation delegation, int from, int on) =>
        delegation.Revoke(Today.AddDays(from), "Thủ trưởng về sớm.", AnObligation.Head, Midnight(on)).Refusal?.Type;

    /// <summary>With which that day begins in Vietnam.</summary>
    private static DateTimeOffset Midnight(int day) => VietnamTime.At(Today.AddDays(day), TimeOnly.MinValue);
}
