using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace VksServerless.Contracts.Azurite;

/// <summary>
/// The storage emulator (`npm ci --prefix tests/azurite`), on ports that are free, in memory, with a key of its own.
/// It ends with this process, however that ends: its standard input is closed then.
/// </summary>
public sealed partial class AzuriteServer : IAsyncLifetime
{
    private static readonly string Folder = typeof(AzuriteServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Azurite").Value!;

    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private Process? _process;

    public string ConnectionString { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            throw new InvalidOperationException("Azurite is not installed: npm ci --prefix tests/azurite");
        }

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "start.js", "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry" },
            Environment = { ["AZURITE_ACCOUNTS"] = $"vks:{_key}" },
        };
        foreach (var service in (string[])["blob", "queue", "table"])
        {
            start.ArgumentList.Add($"--{service}Host");
            start.ArgumentList.Add("127.0.0.1");
            start.ArgumentList.Add($"--{service}Port");
            start.ArgumentList.Add("0");
        }

        _process = Process.Start(start)!;
        var errors = _process.StandardError.ReadToEndAsync();
        var addresses = new Dictionary<string, string>();
        while (addresses.Count < 3)
        {
            var line = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"Azurite did not start: {await errors}");
            if (Listening().Match(line) is { Success: true } match)
            {
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        // Its output must be read to the end, or it stops when the pipe is full.
        _ = _process.StandardOutput.ReadToEndAsync();
        ConnectionString = $"AccountName=vks;AccountKey={_key};DefaultEndpointsProtocol=http;" +
            $"BlobEndpoint={addresses["Blob"]}/vks;TableEndpoint={addresses["Table"]}/vks;";
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    [GeneratedRegex("Azurite (?<service>\\w+) service is successfully listening at (?<address>\\S+)")]
    private static partial Regex Listening();
}
