using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;

namespace VksServerless.Emulation.Host;

/// <summary>A Functions host in a process of its own, with its worker below it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _says;
    private readonly HttpClient _http;

    private HostProcess(Process process, StringBuilder says, Uri address)
    {
        (_process, _says, Address) = (process, says, address);
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Address { get; }

    /// <summary>Warnings and errors of the host and its worker.</summary>
    public string Says
    {
        get
        {
            lock (_says)
            {
                return _says.ToString();
            }
        }
    }

    /// <param name="program">The host's .dll.</param>
    /// <param name="app">The app's .dll.</param>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static async Task<HostProcess> Start(string program, string app, int port, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { program, "--app", app, "--port", $"{port}" },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var says = new StringBuilder();
        process.ErrorDataReceived += (_, line) => Append(says, line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new HostProcess(process, says, new Uri(line[Listening.Length..]));
            }
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The Functions host did not start: {says}");
    }

    public async Task<HostStatus> Status(CancellationToken cancellation) =>
        (await _http.GetFromJsonAsync<HostStatus>("admin/status", cancellation))!;

    /// <summary>Timers that are due are run, and orchestrations woken; when this returns, each of them has looked at the clock.</summary>
    public async Task ClockMoved(string wakeUp, CancellationToken cancellation)
    {
        using var answer = await _http.PostAsync(new Uri($"admin/clock-moved/{wakeUp}", UriKind.Relative), null, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Ends the worker as the kernel would; the host starts another.</summary>
    public async Task KillWorker(CancellationToken cancellation)
    {
        using var worker = Process.GetProcessById((await Status(cancellation)).Worker);
        worker.Kill();
    }

    /// <summary>Ends the host as the kernel would, and its worker with it.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Leaves it as if this process had ended, and waits until it has ended too.</summary>
    public async Task Abandon(CancellationToken cancellation)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellation);
    }

    /// <summary>Asks it to end, and waits until what runs has run out.</summary>
    public async Task<int> Stop()
    {
        if (!_process.HasExited)
        {
            using var asked = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            using var patience = new CancellationTokenSource(LongestStop);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await Kill();
            }
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _process.Dispose();
        _http.Dispose();
    }

    private static void Append(StringBuilder says, string? line)
    {
        lock (says)
        {
            says.AppendLine(line);
        }
    }
}

/// <param name="Worker">Id of the process.</param>
/// <param name="Starts">How many workers there have been.</param>
/// <param name="Running">Functions that are running.</param>
internal sealed record HostStatus(
    int Worker, int Starts, int Running, IReadOnlyList<FunctionStatus> Functions, IReadOnlyList<OrchestrationStatus> Orchestrations)
{
    public long Begun => Functions.Sum(function => function.Begun);
}

/// <param name="Trigger">Type of its trigger, e.g. timerTrigger.</param>
/// <param name="Begun">How often, since the host was started.</param>
internal sealed record FunctionStatus(string Name, string Trigger, long Begun);

/// <param name="Says">What the orchestration says of itself, as JSON; null: nothing.</param>
internal sealed record OrchestrationStatus(string Id, string Status, string? Says, DateTime LastUpdatedTime);
