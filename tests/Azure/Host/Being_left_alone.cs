using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;

namespace VksServerless.Azure.Tests.Host;

public class Being_left_alone
{
    private const int ForEver = int.MaxValue;

    /// <summary>Who stops the tests stops all that they started.</summary>
    [Fact]
    public async Task A_host_whose_parent_and_storage_are_gone_ends_by_itself()
    {
        await using var stage = await AzureStage.Start(Sector.Of(provinces: 1, districts: 1, departments: 1));
        foreach (var service in (string[])["blob", "queue", "table"])
        {
            stage.Door.HostStorage.Refuse(service, ForEver);
            stage.Door.AppStorage.Refuse(service, ForEver);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await stage.Door.Hosts.Single().Abandon(patience.Token);
    }
}
