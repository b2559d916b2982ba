using VksServerless.Emulation.FunctionsHost;

// Runs a published isolated-worker app on this machine: --app APP.dll [--port N]. Settings come from the environment.
if (args is not ["--app", var program, .. var rest] || rest is not ([] or ["--port", _]))
{
    await Console.Error.WriteLineAsync("--app APP.dll [--port N]");
    return 2;
}

await FunctionsHost.Run(new AppOptions(Path.GetFullPath(program), rest is [_, var port] ? int.Parse(port, null) : 0));
return 0;
