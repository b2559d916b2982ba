using System.Diagnostics;
using System.Globalization;

namespace VksServerless.Emulation.FunctionsHost.Workers;

internal static class WorkerProcess
{
    /// <summary>Before the name of a setting that the worker is to have otherwise than the host.</summary>
    private const string ForTheWorker = "Worker__";

    /// <summary>
    /// Becomes the program, and leaves behind one that kills it when standard input is closed: a worker does not end by itself when its
    /// host was killed. That one writes nowhere: who waits for a process waits for all who may write what it writes.
    /// </summary>
    private const string WithParent = """exec 3<&0; (cat <&3; kill -9 $$) >/dev/null 2>&1 & exec "$@" 3<&-""";

    /// <summary>The app's own program, told where to call in. It has this process's settings.</summary>
    public static Process Start(AppOptions options, Uri address, string worker, ILogger log)
    {
        var start = new ProcessStartInfo("sh")
        {
            WorkingDirectory = options.App,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            ArgumentList =
            {
                "-c", WithParent, "sh", "dotnet", options.Program,
                "--functions-uri", address.ToString(),
                "--functions-request-id", Guid.NewGuid().ToString(),
                "--functions-worker-id", worker,
                "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
            },
            Environment = { ["FUNCTIONS_APPLICATION_DIRECTORY"] = options.App, ["FUNCTIONS_WORKER_DIRECTORY"] = options.App },
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in start.Environment
            .Where(setting => setting.Key.StartsWith(ForTheWorker, StringComparison.Ordinal)).ToList())
        {
            start.Environment[name[ForTheWorker.Length..]] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Pass(line.Data, LogLevel.Debug);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, LogLevel.Warning);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;

        void Pass(string? line, LogLevel level)
        {
            if (line is { Length: > 0 })
            {
                log.Log(level, "{Line}", line);
            }
        }
    }
}
