using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace VksServerless.Emulation.Storage;

/// <summary>
/// The storage emulator, on ports that are free, with a key of its own. It ends with this process, however that ends: its
/// standard input is closed then.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    private const string Account = "vks";

    private readonly Process _process;
    private readonly string _key;
    private readonly IReadOnlyDictionary<string, Uri> _addresses;

    private AzuriteServer(Process process, string key, IReadOnlyDictionary<string, Uri> addresses) =>
        (_process, _key, _addresses) = (process, key, addresses);

    /// <summary>Where each of blob, queue and table is.</summary>
    public Uri this[string service] => _addresses[service];

    public string ConnectionString => ConnectionTo(_addresses);

    /// <param name="folder">infra/emulation/azurite, installed (<c>npm ci</c>).</param>
    /// <param name="keptIn">A folder; null: everything is in memory.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public static async Task<AzuriteServer> Start(string folder, string? keptIn = null)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException($"Azurite is not installed: npm ci --prefix {folder}");
        }

        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var process = Process.Start(StartOf(folder, key, keptIn))!;
        var errors = process.StandardError.ReadToEndAsync();
        var addresses = new Dictionary<string, Uri>();
        while (addresses.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"Azurite did not start: {await errors}");
            if (Listening().Match(line) is { Success: true } match)
            {
                addresses[match.Groups["service"].Value.ToLowerInvariant()] = new Uri(match.Groups["address"].Value);
            }
        }

        // Its output must be read to the end, or it stops when the pipe is full.
        _ = process.StandardOutput.ReadToEndAsync();
        return new AzuriteServer(process, key, addresses);
    }

    /// <summary>The same account, reached at other addresses.</summary>
    public string ConnectionTo(IReadOnlyDictionary<string, Uri> addresses) =>
        $"AccountName={Account};AccountKey={_key};DefaultEndpointsProtocol=http;BlobEndpoint={addresses["blob"]}{Account};"
        + $"QueueEndpoint={addresses["queue"]}{Account};TableEndpoint={addresses["table"]}{Account};";

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(string folder, string key, string? keptIn)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "start.js", "--silent", "--skipApiVersionCheck", "--disableTelemetry" },
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}" },
        };
        foreach (var argument in keptIn is null ? (string[])["--inMemoryPersistence"] : ["--location", keptIn])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var service in (string[])["blob", "queue", "table"])
        {
            start.ArgumentList.Add($"--{service}Host");
            start.ArgumentList.Add("127.0.0.1");
            start.ArgumentList.Add($"--{service}Port");
            start.ArgumentList.Add("0");
        }

        return start;
    }

    [GeneratedRegex("Azurite (?<service>\\w+) service is successfully listening at (?<address>\\S+)")]
    private static partial Regex Listening();
}
