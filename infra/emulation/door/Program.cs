using System.CommandLine;
using VksServerless.Emulation;

// The door ends itself in good order; the command line must not end it before.
return await ServeCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
