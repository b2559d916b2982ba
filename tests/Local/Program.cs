using VksServerless.Local.Host;
using VksServerless.SampleApp;

namespace VksServerless.Local.Tests;

/// <summary>The sample application in a process of its own, that a test can kill. Run with the data folder.</summary>
internal static class Program
{
    public static async Task Main(string[] arguments)
    {
        await using var host = await LocalHost.Start(new LocalHostOptions
        {
            DataFolder = arguments[0],
            App = typeof(Journal).Assembly,
            Subscriptions = Sample.Subscriptions,
            ConfigureLogging = _ => { },
        });
        await Console.Out.WriteLineAsync($"{host.Address}");
        await host.WhenStopped();
    }
}
