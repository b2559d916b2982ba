using System.Globalization;
using System.Text;
using VksServerless.Emulation.Bus;
using VksServerless.Faults.Cycle;

namespace VksServerless.Azure.Tests.Stage;

/// <summary>A cycle of two tiers, from its draft to its publication, through the Azure door and on the server.</summary>
public sealed class APlayedCycle : IAsyncLifetime
{
    private readonly StringBuilder _figures = new();

    internal AzureStage Stage { get; private set; } = null!;

    internal (Ending Ending, IReadOnlyList<string> Mails) Server { get; private set; }

    internal (Ending Ending, IReadOnlyList<string> Mails) Azure { get; private set; }

    /// <summary>What it took.</summary>
    public string Figures => $"{_figures}";

    public async Task InitializeAsync()
    {
        var units = Sector.Of(provinces: 3, districts: 3, departments: 3);
        Server = await OnServer.Play(units);
        Stage = await AzureStage.Start(units);
        var campaign = new Campaign(Stage, units)
        {
            Begins = part => Note($"{part} begins after {Stage.Door.AppStorage.Total} storage operations of the app"),
        };
        await campaign.Play();
        await Stage.Finish(campaign);
        Note($"{Stage.Door.AppStorage.Total} storage operations of the app in all, {Stage.Door.HostStorage.Total} of the host");
        Note($"{Stage.Door.Bus.Count(BusOperation.Accept)} messages, handled {Stage.Door.Bus.Count(BusOperation.Complete)} times");
        Note($"{await Stage.Door.ActivitiesBegun(CancellationToken.None)} steps of the workflow");
        Azure = (await Ending.Of(campaign, Stage.SentMails()), await campaign.SentMails());
    }

    public async Task DisposeAsync() => await Stage.DisposeAsync();

    private void Note(FormattableString line) => _figures.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
