using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.Contracts.Ports;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Contracts.People;

public abstract class DelegationContract : PortContract
{
    private static readonly UnitCode Unit = UnitCode.Of("T84");

    [Fact]
    public async Task Of_a_unit_there_are_none_before_the_first()
    {
        var read = await Host<IDelegations>().Of(Unit, None);

        (read.ETag, read.Value.Count).ShouldBe((ETag.None, 0));
    }

    [Fact]
    public async Task What_was_entered_is_what_another_host_reads_in_the_order_in_which_it_was_given()
    {
        var given = new[] { Given(9, 1), Given(3, 2), Given(5, 3) };
        foreach (var delegation in given)
        {
            await Enter(delegation);
        }

        Said((await Host<IDelegations>().Of(Unit, None)).Value).ShouldBe(Said(given));
    }

    [Fact]
    public async Task A_revocation_takes_the_place_of_what_it_revokes_and_keeps_what_was_said()
    {
        var revoked = Given(1, 1) with
        {
            Revoked = new Revocation(
            new DateOnly(2026, 7, 3), "Về sớm.", PersonId.Of("p-1"), "Viện trưởng", Sample.Now)
        };
        await Enter(Given(1, 1));
        await Enter(revoked);

        (await Host<IDelegations>().Of(Unit, None)).Value.ShouldHaveSingleItem().ShouldBe(revoked);
    }

    [Fact]
    public async Task Other_units_have_their_own()
    {
        await Enter(Given(1, 1));

        (await Host<IDelegations>().Of(UnitCode.Of("T84-CL"), None)).Value.ShouldBeEmpty();
        (await Host<IDelegations>().Of(UnitCode.Of("T8"), None)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stale_register_takes_nothing()
    {
        var first = await Host<IDelegations>().Of(Unit, None);
        await Enter(Given(1, 1));

        (await Host<IDelegations>().Enter(Given(2, 2), first.ETag, None)).ShouldBeFalse();

        (await Host<IDelegations>().Of(Unit, None)).Value.ShouldHaveSingleItem().ShouldBe(Given(1, 1));
    }

    [Fact]
    public async Task Of_many_who_enter_at_once_none_is_lost()
    {
        await AtOnce(8, async number =>
        {
            await Enter(Given(number, number));
            return number;
        });

        (await Host<IDelegations>().Of(Unit, None)).Value.Select(delegation => delegation.Id)
            .ShouldBe(Enumerable.Range(0, 8).Select(number => Given(number, number).Id));
    }

    private async Task Enter(Delegation delegation)
    {
        var store = Host<IDelegations>();
        while (await store.Of(Unit, None) is var read && !await store.Enter(delegation, read.ETag, None))
        {
            // Somebody was faster: read again and decide again.
        }
    }

    private static Delegation Given(int id, int minute) => new(
        $"{id:x32}", Unit, PersonId.Of("p-2"), "Phó Viện trưởng", new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 31), "Đi công tác.",
        PersonId.Of("p-1"), "Viện trưởng", Sample.Now.AddMinutes(minute));
}
