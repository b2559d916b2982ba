using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using VksServerless.Emulation;
using VksServerless.Emulation.Bus;
using VksServerless.Faults.Cycle;
using VksServerless.Units;

namespace VksServerless.Azure.Tests.Stage;

/// <summary>The Azure door on this machine, at a clock that stands still until it is moved, with a directory of its own.</summary>
internal sealed class AzureStage : IStage, IAsyncDisposable
{
    private const int MostLooks = 100;
    private const int MostNudges = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>What has failed comes again after a few seconds at first; jobs run once a minute.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(61);

    private readonly DirectoryInfo _data;
    private readonly ConcurrentDictionary<Uri, Api> _apis = [];
    private int _turn;
    private bool _hasEnded;

    private AzureStage(DirectoryInfo data, AzureOnThisMachine door) => (_data, Door) = (data, door);

    public AzureOnThisMachine Door { get; }

    /// <summary>Locks are short, so that nobody waits minutes for what a process that was killed had in its hands.</summary>
    public static AzureOptions Usual { get; } = new() { Now = Campaign.Start, LockDuration = TimeSpan.FromSeconds(25) };

    public static async Task<AzureStage> Start(
        UnitDirectory directory, AzureOptions? options = null)
    {
        var data = Directory.CreateTempSubdirectory("vks-azure-");
        var stage = new AzureStage(data, await AzureOnThisMachine.Start(PartsIn(data, storage: null), options ?? Usual));
        await stage.Door.LoadUnits(directory, CancellationToken.None);
        return stage;
    }

    /// <param name="data">Of a stage that has ended; its storage, too, is kept there. Deleted at the end.</param>
    public static async Task<AzureStage> Resume(DirectoryInfo data, DateTimeOffset now) => new(
        data, await AzureOnThisMachine.Start(PartsIn(data, Path.Combine(data.FullName, "storage")), Usual with { Now = now }));

    public async Task<Answer> Try(Func<Api, Task<Answer>> request)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await Ask(request) is { Status: < 500 } answer)
            {
                return answer;
            }

            await Task.Delay(Look);
        }

        throw Stuck("does not get over a fault");
    }

    public async Task PlayTo(DateTimeOffset instant)
    {
        await Settle();
        while (await Door.NextDue(CancellationToken.None) is { } next && next <= instant)
        {
            await Door.MoveTo(next, CancellationToken.None);
            await Settle();
        }

        await Door.MoveTo(instant, CancellationToken.None);
        await Settle();
    }

    public async Task Until(Func<Task<bool>> holds)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            await Settle();
            if (await holds())
            {
                return;
            }

            await Door.MoveTo(Door.Clock.GetUtcNow() + Moment, CancellationToken.None);
        }

        throw Stuck("does not go on");
    }

    /// <summary>Until nothing is left to be done. What waits for the clock, such as what a process left that was killed, gets it.</summary>
    public async Task Settle()
    {
        for (var look = 0; look < MostNudges; look++)
        {
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                await Door.WhenQuiet(patience.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                await Door.MoveTo(Door.Clock.GetUtcNow() + Moment, CancellationToken.None);
            }
        }

        throw Stuck("never comes to rest");
    }

    /// <summary>
    /// Until nothing is left to be done, and every mail of the cycle has gone out; one that could not go at once goes with the next minute.
    /// </summary>
    public Task Finish(Campaign campaign) => Until(async () =>
        (await campaign.Read($"mails?cycle={campaign.Id}&size=1000")).Json.GetProperty("items").EnumerateArray()
            .All(mail => mail.TryGetProperty("sentAt", out _)));

    /// <summary>The mails that went out. The service is told no key, so what has the same address and subject counts as the same.</summary>
    public IReadOnlyList<SentMail> SentMails() =>
        [.. Door.Mail.Taken.Select(mail => new SentMail($"{mail.To} {mail.Subject}", mail.To, mail.Subject))];

    /// <summary>Ends it, and keeps what it has stored.</summary>
    public async Task End()
    {
        if (!_hasEnded)
        {
            _hasEnded = true;
            foreach (var api in _apis.Values)
            {
                api.Dispose();
            }

            await Door.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await End();
        _data.Delete(recursive: true);
    }

    private static AzureParts PartsIn(DirectoryInfo data, string? storage) =>
        new(PathOf("App"), PathOf("Host"), PathOf("Azurite"), data.FullName, storage);

    public static string PathOf(string name) => Path.GetFullPath(
        typeof(AzureStage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!);

    /// <summary>The hosts are asked in turn.</summary>
    private async Task<Answer?> Ask(Func<Api, Task<Answer>> request)
    {
        var address = Door.Hosts[(int)((uint)Interlocked.Increment(ref _turn) % Door.Hosts.Count)].Address;
        try
        {
            return await request(_apis.GetOrAdd(address, host => new Api(host, Door.TokenFor)));
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // A process has just ended.
            return null;
        }
    }

    private string Says => string.Concat(Door.Hosts.Select(host => host.Says));

    private InvalidOperationException Stuck(string how)
    {
        var state = new StringBuilder();
        foreach (var subscription in Door.Bus.Status())
        {
            state.AppendLine(subscription.ToString());
        }

        return new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"The Azure door {how} at {Door.Clock.GetUtcNow():O}. {state} {Says}"));
    }
}
