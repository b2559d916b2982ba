using VksServerless.Access;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.Access;

public class Operating_the_system
{
    [Fact]
    public void Is_the_operator_s_and_the_inspector_looks() => Who(Permission.ReadsOperations).ShouldBe([Role.Inspector, Role.Operator]);

    [Fact]
    public void Work_that_was_given_up_is_done_again_by_the_operator_alone() => Who(Permission.Operates).ShouldBe([Role.Operator]);

    [Fact]
    public void Mails_that_failed_are_sent_again_by_the_centre_and_the_operator() =>
        Who(Permission.SendsMailsAgain).ShouldBe([Role.Centre, Role.Operator]);

    [Fact]
    public void Addresses_of_units_are_for_who_keeps_them_and_the_centre() =>
        Who(Permission.ReadsUnitMails).ShouldBe([Role.Centre, Role.Administrator]);

    [Fact]
    public void The_desk_of_difficulties_is_for_units_and_the_central_roles() => Who(Permission.ReadsDifficulties)
        .ShouldBe([Role.Centre, Role.UnitReporter, Role.UnitHead, Role.Leadership, Role.Inspector]);

    [Fact]
    public void A_difficulty_is_closed_by_its_own_unit_and_the_centre() =>
        Who(caller => Permission.ClosesDifficulty(caller, UnitCode.Of("T84"))).ShouldBe([Role.Centre, Role.UnitReporter, Role.UnitHead]);

    private static IEnumerable<Role> Who(Func<Caller, bool> may) =>
        Enum.GetValues<Role>().Where(role => may(new Caller(PersonId.Of("p"), "Người", role, UnitCode.Of("T84"))));
}
