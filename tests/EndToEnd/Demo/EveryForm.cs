using System.Text.Json;

namespace VksServerless.EndToEnd.Demo;

/// <summary>A demo that plays every shipped form, one after the other.</summary>
public sealed class EveryForm : IAsyncLifetime
{
    public static int Units { get; } = TheHouse.IsLong ? 120 : 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-demo-forms-");

    /// <summary>What it printed, a line a cycle.</summary>
    public IReadOnlyList<JsonElement> Lines { get; private set; } = [];

    public string FolderOf(string form) => Path.Combine(_folder.FullName, form);

    public async Task InitializeAsync()
    {
        var (code, output) = await DemoRun.Play("--form", "all", "--units", $"{Units}", "--seed", "3", "--out", _folder.FullName);
        code.ShouldBe(0, output);
        Lines = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
