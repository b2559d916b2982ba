using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.EndToEnd.Units;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Cycles;

public class Entering_while_it_is_approved
{
    /// <summary>Unlike a report that a unit hands in just before the closing: it counts at once.</summary>
    [Fact]
    public async Task Changes_nothing_of_what_was_approved()
    {
        await using var host = await APastYear.AfterTheMergers();
        var cycle = await ACycle.Open(host, APastYear.Terms());
        (await APastYear.Enter(host, cycle, "T84", APastYear.Of(40))).Done();
        await APastYear.Closed(host, cycle);
        var open = await host.Services.GetRequiredService<ReportCheck>()
            .Open(CycleId.Of(cycle.Id), UnitCode.Of("T84"), CancellationToken.None);
        await cycle.Approved("leader-1");

        var by = new Caller(PersonId.Of("centre"), "Cục 2", Role.Centre, UnitCode.Of("C2"));
        var late = AMerger.Of(99);
        late["receivedAt"] = "2024-12-09T16:00:00+07:00";
        var entered = await host.Services.GetRequiredService<ImportReport>().Execute(
            open.Value, JsonSerializer.SerializeToElement(late), new IdempotencyKey(by.Person, Person.NewKey()), by, CancellationToken.None);

        entered.Refusal.ShouldNotBeNull().Type.ShouldBe("cycle-not-open");
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(40);
        (await cycle.Obligation("T84")).GetProperty("versions").GetInt32().ShouldBe(1);
    }
}
