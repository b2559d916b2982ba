using System.CommandLine;
using VksServerless.Documents.Units;

namespace VksServerless.Emulation;

/// <summary>Starts the Azure door and keeps it going until the process is told to end.</summary>
internal static class ServeCommand
{
    public static RootCommand Create()
    {
        var app = new Option<string>("--app") { Description = "The published app's .dll.", Required = true };
        var host = new Option<string>("--host") { Description = "The Functions host's .dll.", Required = true };
        var azurite = new Option<string>("--azurite") { Description = "Folder of the storage emulator, installed.", Required = true };
        var port = new Option<int>("--port")
        {
            Description = "Of the API, on the loopback address; 0: any that is free.",
            DefaultValueFactory = _ => 7072,
        };
        var command = new RootCommand("Runs the cloud edition on this machine.") { app, host, azurite, port };
        command.SetAction(async (arguments, cancellation) =>
        {
            var data = Directory.CreateTempSubdirectory("vks-azure-");
            try
            {
                var parts = new AzureParts(
                    arguments.GetRequiredValue(app), arguments.GetRequiredValue(host), arguments.GetRequiredValue(azurite), data.FullName);
                await using var door = await AzureOnThisMachine.Start(parts, new AzureOptions { Port = arguments.GetRequiredValue(port) });
                await door.LoadUnits(DirectoryFile.Shipped, cancellation);
                Console.WriteLine($"The cloud edition: {door.Address}portal (sign in as centre, leader-1, reporter-T84, head-T84 …)");
                Console.WriteLine($"Its API: {door.Address}api/");
                Console.WriteLine($"Mails, bus, workflows and storage calls: {door.Page}");
                await door.WhenStopped();
                return 0;
            }
            catch (Exception wrong) when (wrong is InvalidOperationException or IOException)
            {
                await Console.Error.WriteLineAsync(wrong.Message);
                return 1;
            }
            finally
            {
                data.Delete(recursive: true);
            }
        });
        return command;
    }
}
