using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd.Edition;

public sealed partial class The_command_line : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-command-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("demo --units x", "Cannot parse argument 'x' for option '--units'")]
    [InlineData("demo --units 9", "--units takes 10 to 10000.")]
    [InlineData("demo --bogus", "Unrecognized command or argument '--bogus'")]
    [InlineData("demo --units 10 --out /dev/null/out", "demo: ")]
    [InlineData("serve --port x", "Cannot parse argument 'x' for option '--port'")]
    [InlineData("serve --port 70000", "--port takes 0 to 65535.")]
    [InlineData("serve --smtp nowhere", "VKS_SMTP must be host:port")]
    [InlineData("bogus", "Unrecognized command or argument 'bogus'")]
    public async Task Says_in_a_line_what_is_wrong(string arguments, string said)
    {
        var (code, output, errors) = await Run([.. arguments.Split(' '), .. arguments.StartsWith("serve", StringComparison.Ordinal) ? ["--data", _folder.FullName] : Array.Empty<string>()]);

        code.ShouldNotBe(0);
        errors.ShouldContain(said);
        (output + errors).ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Says_that_a_port_is_taken_and_how_to_choose_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, output, errors) = await Run("serve", "--data", _folder.FullName, "--port", $"{port}");

        code.ShouldBe(2);
        errors.ShouldContain($"Port {port} is taken by another program");
        (output + errors).ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Lists_what_there_is_to_run()
    {
        var (code, output, _) = await Run("--help");

        code.ShouldBe(0);
        output.ShouldContain("serve");
        output.ShouldContain("demo");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Is_explained_without_building_anything(string command)
    {
        File.Copy(Path.Combine(TheApp.Root, "run.sh"), Path.Combine(_folder.FullName, "run.sh"));
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(_folder.FullName, "run.sh"), "--help"]) { RedirectStandardOutput = true })!;
        var help = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();

        script.ExitCode.ShouldBe(0);
        help.ShouldContain(command);
        var (_, output, _) = await Run(command, "--help");
        foreach (var option in Option().Matches(output).Select(option => option.Value).Except(["--app", "--help"]))
        {
            help.ShouldContain($"{option} ");
        }
    }

    [Fact]
    public async Task A_demo_ends_with_one_line_of_JSON_and_says_beside_it_where_its_files_are()
    {
        var folder = Path.Combine(_folder.FullName, "out");

        var (code, output, errors) = await Run("demo", "--units", "10", "--out", folder);

        code.ShouldBe(0, errors);
        JsonElement.Parse(output.TrimEnd('\n').Split('\n').ShouldHaveSingleItem()).GetProperty("units").GetInt32().ShouldBe(10);
        errors.ShouldContain($"publication.html, publication.json, submissions.ndjson and mails/ are in {folder}");
        var days = Directory.EnumerateFiles(Path.Combine(folder, "mails")).Select(mail => File.ReadLines(mail).Single(line => line.StartsWith("Date: ", StringComparison.Ordinal)));
        days.ShouldAllBe(line => line.Contains(" 2018 "));
    }

    [GeneratedRegex("--[a-z]+")]
    private static partial Regex Option();

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var edition = Path.Combine(TheApp.Root, "infra", "local", Path.GetRelativePath(Path.Combine(TheApp.Root, "functions"), Path.GetDirectoryName(TheApp.Path)!), "VksServerless.Local.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [edition, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["VKS_APP"] = TheApp.Path },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
