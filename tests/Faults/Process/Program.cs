using Microsoft.Extensions.Logging;
using VksServerless.Server.Hosting;

namespace VksServerless.Faults.Process;

/// <summary>The edition in a process of its own, that a test can kill. Run with the data folder and the clock's file.</summary>
internal static class Program
{
    public static async Task Main(string[] arguments)
    {
        using var clock = new FileClock(arguments[1]);
        await using var server = await ReportingServer.Start(
            new ServerOptions(arguments[0])
            {
                Clock = clock,
                Directory = Killing_the_process.Units,
                ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.None),
            },
            CancellationToken.None);
        await Console.Out.WriteLineAsync($"{server.Address}");
        await server.WhenStopped();
    }
}
