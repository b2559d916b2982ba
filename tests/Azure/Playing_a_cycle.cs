using VksServerless.Azure.Tests.Stage;
using Xunit.Abstractions;

namespace VksServerless.Azure.Tests;

public class Playing_a_cycle(APlayedCycle cycle, ITestOutputHelper output) : IClassFixture<APlayedCycle>
{
    [Fact]
    public void It_ends_as_the_same_cycle_does_on_the_server()
    {
        output.WriteLine(cycle.Figures);
        cycle.Azure.Ending.Report.ShouldBe(cycle.Server.Ending.Report);
        cycle.Azure.Ending.Digest.ShouldBe(cycle.Server.Ending.Digest);
        cycle.Azure.Mails.ShouldBe(cycle.Server.Mails);
        (cycle.Azure.Ending.Mails, cycle.Azure.Ending.MailsTwice).ShouldBe((cycle.Server.Mails.Count, 0));
    }

    /// <summary>Each is the narrowest for what was asked for; and nothing was asked for that none of them allows.</summary>
    [Fact]
    public void The_roles_in_the_templates_are_those_that_it_takes() =>
        Roles.NeededFor(cycle.Stage.Door, AzureStage.PathOf("Bicep")).ShouldBe(Roles.GrantedBy(AzureStage.PathOf("Bicep")));

    [Fact]
    public void In_evidence_it_only_reads_and_adds() =>
        cycle.Stage.Door.StorageUse.Where(use => use.Key.Container == "received").Select(use => use.Key.Name).Distinct()
            .ShouldBeSubsetOf(["PUT container", "GET blob", "HEAD blob", "PUT blob", "PUT blob block", "PUT blob blocklist"]);

    /// <summary>All but the step that takes over a change of units: Changing_units has that.</summary>
    [Fact]
    public async Task Every_subscription_the_timer_and_every_step_has_its_part_in_it() =>
        (await cycle.Stage.Door.Hosts.Single().Status(CancellationToken.None)).Functions
            .Where(function => function is { Begun: 0, Trigger: not "httpTrigger" }).Select(function => function.Name)
            .ShouldBe(["ApplyUnitChanges"]);
}
