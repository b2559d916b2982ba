using System.CommandLine;
using VksServerless.Local.Demo;
using VksServerless.Local.Edition;

var app = new Option<string?>("--app")
{
    Description = "The application's assembly, VksServerless.Functions.dll. Default: the environment's VKS_APP.",
    DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_APP"),
};
return await new RootCommand("VksServerless on a single machine.") { ServeCommand.Of(app), DemoCommand.Of(app) }.Parse(args).InvokeAsync();
