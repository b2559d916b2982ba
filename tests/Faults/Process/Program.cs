using Microsoft.Extensions.Logging;
using VksServerless.Faults.Cycle;
using VksServerless.Local.Bus;
using VksServerless.Local.Edition;

namespace VksServerless.Faults.Process;

/// <summary>The edition in a process of its own, that a test can kill. Run with the data folder and the clock's file.</summary>
internal static class Program
{
    public static async Task Main(string[] arguments)
    {
        using var clock = new FileClock(arguments[1]);
        await using var host = await SingleMachine.Start(
            new SingleMachineOptions(arguments[0], Stage.App)
            {
                Clock = clock,
                Directory = Killing_the_process.Units,
                Bus = new BusOptions { FirstWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromMilliseconds(20) },
                ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.None),
            },
            CancellationToken.None);
        await Console.Out.WriteLineAsync($"{host.Address}");
        await host.WhenStopped();
    }
}
