using System.CommandLine.Invocation;
using VksServerless.Demo;

var parsed = DemoCommand.Create(ServerDoor.Open).Parse(args);
if (parsed.Action is ParseErrorAction wrong)
{
    wrong.ShowHelp = false;
}

return await parsed.InvokeAsync();
