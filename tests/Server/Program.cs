using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Tests;

/// <summary>A server in a process of its own, that a test can kill. Run with the data folder; "dies": at a certain message.</summary>
internal static class Program
{
    /// <summary>The number of the message that ends the process at once.</summary>
    public const int Deadly = 666;

    public static async Task Main(string[] arguments)
    {
        var journal = new Journal
        {
            On = entry =>
            {
                if (entry == $"cycles {Deadly}")
                {
                    Environment.FailFast("As a message that takes all memory would.");
                }

                return Task.CompletedTask;
            },
        };
        await using var server = await ReportingServer.Start(new ServerOptions(arguments[0])
        {
            ConfigureServices = services =>
            {
                if (arguments is [_, "dies"])
                {
                    Sample.Listen(services, journal);
                }
            },
            ConfigureLogging = _ => { },
        });
        await Console.Out.WriteLineAsync($"{server.Address}");
        await server.WhenStopped();
    }
}
