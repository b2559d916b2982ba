using System.CommandLine;
using System.CommandLine.Invocation;
using VksServerless.Server.Commands;

var parsed = new RootCommand("VksServerless on a single server.") { ServeCommand.Create() }.Parse(args);
if (parsed.Action is ParseErrorAction wrong)
{
    wrong.ShowHelp = false;
}

// The host ends itself in good order; the command line must not end it before.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
