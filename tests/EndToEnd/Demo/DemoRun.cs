using System.Diagnostics;
using System.Text.Json;

namespace VksServerless.EndToEnd.Demo;

/// <summary>One run of the demo, as a person starts it: a process of its own.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    /// <summary>As many as there are with ./test.sh --long.</summary>
    public static int Units { get; } = TheHouse.IsLong ? 800 : 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-demo-test-");

    public string Folder => _folder.FullName;

    /// <summary>What it printed.</summary>
    public JsonElement Line { get; private set; }

    public IReadOnlyList<MailFile> Mails => [.. Directory.EnumerateFiles(Path.Combine(Folder, "mails")).Select(MailFile.Read)];

    public JsonElement Publication => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, "publication.json")));

    public async Task InitializeAsync()
    {
        var (code, output) = await Play("--units", $"{Units}", "--seed", "7", "--out", Folder);
        code.ShouldBe(0, output);
        Line = JsonElement.Parse(output);
    }

    public static Task<(int Code, string Output)> Play(params string[] options) => Run("dotnet", [TheHouse.Demo, .. options]);

    /// <summary>Recomputes everything in a folder that a demo left behind.</summary>
    public static Task<(int Code, string Output)> Check(params string[] options) =>
        Run("python3", ["-B", Path.Combine(TheHouse.Root, "tests", "check_publication.py"), .. options]);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static async Task<(int Code, string Output)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
    }
}

/// <summary>A mail as it was delivered. Nothing is decoded: what says the same is the same, letter for letter.</summary>
public sealed record MailFile(string Key, string To, string Subject, string Body)
{
    public static MailFile Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[^1], StringComparer.OrdinalIgnoreCase);
        return new MailFile(headers["X-Vks-Key"], headers["To"], headers["Subject"], text[end..]);
    }
}
