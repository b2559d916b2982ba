using System.CommandLine;
using VksServerless.Demo;
using VksServerless.Emulation;
using VksServerless.Emulation.Demo;

// The demo, played on the Azure door: the settings VKS_APP, VKS_HOST and VKS_AZURITE say where its parts are.
var parts = new AzureParts(Of("VKS_APP"), Of("VKS_HOST"), Of("VKS_AZURITE"), Directory.CreateTempSubdirectory("vks-azure-").FullName);
try
{
    return await DemoCommand.Create((now, _) => AzureDoor.Open(parts, now)).Parse(args).InvokeAsync();
}
finally
{
    Directory.Delete(parts.Data, recursive: true);
}

static string Of(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } path
    ? Path.GetFullPath(path)
    : throw new InvalidOperationException($"Set {name}; ./run.sh azure demo does.");
