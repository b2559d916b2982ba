using System.CommandLine;
using VksServerless.Server.Commands;

return await new RootCommand("VksServerless on a single server.") { ServeCommand.Create() }.Parse(args).InvokeAsync();
