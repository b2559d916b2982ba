using System.CommandLine;
using VksServerless.Local.Demo;
using VksServerless.Local.Edition;
using VksServerless.Local.Functions;
using VksServerless.Local.Host;

var app = new Option<string?>("--app")
{
    Description = "The application's assembly, VksServerless.Functions.dll. Default: the environment's VKS_APP.",
    DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_APP"),
};
var data = new Option<string>("--data") { Description = "The folder that everything is kept in.", DefaultValueFactory = _ => ".data" };
var port = new Option<int>("--port") { Description = "On the loopback address. 0: any that is free.", DefaultValueFactory = _ => 7071 };
var serve = new Command("serve", "Runs the application until the process is told to end.") { app, data, port };
var root = new RootCommand("VksServerless on a single machine.") { app, data, port, serve, DemoCommand.Of(app) };
serve.SetAction(Serve);
root.SetAction(Serve);
return await root.Parse(args).InvokeAsync();

async Task<int> Serve(ParseResult arguments, CancellationToken cancellation)
{
    try
    {
        var folder = Path.GetFullPath(arguments.GetRequiredValue(data));
        var assembly = AppAssembly.Load(arguments.GetValue(app) ?? throw new FileNotFoundException("Say which application to run: --app or VKS_APP."));
        await using var host = await SingleMachine.Start(new SingleMachineOptions(folder, assembly) { Port = arguments.GetRequiredValue(port) }, cancellation);
        await Console.Out.WriteLineAsync($"VksServerless: {host.Address}");
        await host.WhenStopped();
        return 0;
    }
    catch (Exception refused) when (refused is DataFolderInUseException or FileNotFoundException)
    {
        await Console.Error.WriteLineAsync(refused.Message);
        return 2;
    }
}
