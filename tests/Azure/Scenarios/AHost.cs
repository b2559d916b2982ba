using Azure.Storage.Blobs;
using VksServerless.Azure.Tests.Stage;
using VksServerless.Documents.Units;
using VksServerless.Emulation;
using VksServerless.Server.Access;

namespace VksServerless.EndToEnd;

/// <summary>The same as its namesake of the server door, on the Azure door: the scenarios are compiled against either.</summary>
public sealed partial class AHost : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private AzureStage? _stage;
    private HttpClient? _http;

    internal AzureOnThisMachine Door => _stage!.Door;

    public TimeProvider Clock => Door.Clock;

    public HttpClient Http => _http!;

    public Uri Address => Door.Address;

    private DateTimeOffset From { get; init; } = Morning;

    public static async Task<AHost> Start(DateTimeOffset? from = null)
    {
        var host = new AHost { From = from ?? Morning };
        await host.InitializeAsync();
        return host;
    }

    public async Task InitializeAsync()
    {
        _stage = await AzureStage.Start(DirectoryFile.Shipped, AzureStage.Usual with { Now = From });
        _http = new HttpClient { BaseAddress = new Uri(Door.Address, "/api/"), Timeout = Patience };
    }

    public string TokenFor(SamplePerson person) => Door.TokenFor(person);

    public Task WhenQuiet() => _stage!.Settle();

    public Task SetClock(DateTimeOffset instant) => Door.MoveTo(instant, CancellationToken.None);

    public Task Play(DateTimeOffset to) => _stage!.PlayTo(to);

    /// <summary>Those of its neighbours, too: the mail service knows of no cycles.</summary>
    public async Task<string> MailTexts(string cycle)
    {
        await WhenQuiet();
        return string.Join('\n', Door.Mail.Taken.Select(mail => mail.Text));
    }

    /// <summary>As <see cref="MailTexts"/>.</summary>
    public async Task<IReadOnlyList<(string To, string Text)>> TextsOf(string cycle)
    {
        await WhenQuiet();
        return [.. Door.Mail.Taken.Select(mail => (mail.To, mail.Text))];
    }

    public async Task<IReadOnlyList<string>> FilesKept()
    {
        var files = new List<string>();
        var service = new BlobServiceClient(Door.StorageConnection);
        foreach (var container in (string[])["received", "files"])
        {
            await foreach (var blob in service.GetBlobContainerClient(container).GetBlobsAsync())
            {
                files.Add($"{container}/{blob.Name}");
            }
        }

        return [.. files.Order(StringComparer.Ordinal)];
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_stage is not null)
        {
            await _stage.DisposeAsync();
        }
    }
}
