using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VksServerless.Application.Notices;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Server.Access;
using VksServerless.Server.Clock;
using VksServerless.Server.Hosting;
using VksServerless.Server.Workflow;

namespace VksServerless.Demo;

/// <summary>The server in this process, on a folder of its own.</summary>
internal sealed partial class ServerDoor : IDoor
{
    private const string KeyLine = "X-Vks-Key: ";

    private readonly DirectoryInfo _data;
    private readonly SimulatedClock _clock;
    private readonly ReportingServer _server;
    private readonly string _mails;

    private ServerDoor(DirectoryInfo data, SimulatedClock clock, ReportingServer server, string mails) =>
        (_data, _clock, _server, _mails) = (data, clock, server, mails);

    public Uri Address => _server.Address;

    public TimeProvider Clock => _clock;

    public static async Task<IDoor> Open(DateTimeOffset now, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("vks-demo-");
        try
        {
            var clock = new SimulatedClock(now);
            var options = new ServerOptions(data.FullName)
            {
                Clock = clock,
                ConfigureServices = services => services.AddSingleton(new Portal(() => "https://bao-cao.vks.example/", Portal.UsualContact)),
                ConfigureLogging = log =>
                    log.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace),
            };
            return new ServerDoor(data, clock, await ReportingServer.Start(options, cancellation), options.Mail.Folder);
        }
        catch
        {
            DeleteQuietly(data);
            throw;
        }
    }

    public string TokenFor(SamplePerson person) => _server.Services.GetRequiredService<SampleIssuer>().TokenFor(person);

    public Task PlayTo(DateTimeOffset instant, CancellationToken cancellation) => _server.Play(_clock, instant, cancellation);

    public Task WhenQuiet(CancellationToken cancellation) => _server.WhenQuiet(cancellation);

    public Task WriteOperations(DirectoryInfo target, CancellationToken cancellation) => Task.CompletedTask;

    public Task<int> StepsOf(string cycle, CancellationToken cancellation) =>
        Task.FromResult(_server.Services.GetRequiredService<CycleClock>().StepsOf(CycleId.Of(cycle)));

    public async Task<int> CopyMails(string cycle, DirectoryInfo target, CancellationToken cancellation)
    {
        var sent = await SentAt(cycle, cancellation);
        var copied = 0;
        foreach (var file in Directory.EnumerateFiles(_mails, "*.eml"))
        {
            var key = File.ReadLines(file).First(line => line.StartsWith(KeyLine, StringComparison.OrdinalIgnoreCase))[KeyLine.Length..];
            if (!sent.TryGetValue(key, out var at))
            {
                continue;
            }

            var name = key[(cycle.Length + 1)..];
            var text = SendingDate().Replace(await File.ReadAllTextAsync(file, cancellation), string.Create(
                CultureInfo.InvariantCulture, $"Date: {at:ddd, dd MMM yyyy HH:mm:ss} +0700\r"), 1);
            await using var copy = new StreamWriter(
                Path.Combine(target.FullName, $"{name}.eml"),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
            await copy.WriteAsync(text);
            copied++;
        }

        return copied;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        DeleteQuietly(_data);
    }

    /// <summary>By key, in Vietnam: a mail that was written again after a fault has another instant than the log.</summary>
    private async Task<Dictionary<string, DateTime>> SentAt(string cycle, CancellationToken cancellation)
    {
        var log = _server.Services.GetRequiredService<IMailLog>();
        var sent = new Dictionary<string, DateTime>();
        string? continuation = null;
        do
        {
            var page = await log.List(MailFile.Of(CycleId.Of(cycle)), 1000, continuation, cancellation);
            foreach (var mail in page.Items)
            {
                sent[mail.Mail.Key] = (mail.SentAt ?? mail.RecordedAt).ToOffset(VietnamTime.Offset).DateTime;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
        return sent;
    }

    /// <summary>What is left behind in a temporary folder is no reason to call the demo failed.</summary>
    private static void DeleteQuietly(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"demo: {folder.FullName} could not be deleted: {fault.Message}");
        }
    }

    [GeneratedRegex("^Date: [^\r\n]*\r?", RegexOptions.Multiline)]
    private static partial Regex SendingDate();
}
