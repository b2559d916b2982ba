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
    [InlineData("serve --port x", "must be a whole number from 0 to 65535, not x")]
    [InlineData("serve --port 70000", "must be a whole number from 0 to 65535, not 70000")]
    [InlineData("serve --port -1", "must be a whole number from 0 to 65535, not -1")]
    [InlineData("serve --prot 1", "Unrecognized command or argument '--prot'")]
    [InlineData("serve --smtp nowhere", "VKS_SMTP must be host:port")]
    [InlineData("serve --port 0", "Without --sample-people people sign in at an OpenID Connect issuer: set SignIn__Authority.")]
    [InlineData("serve --port 0 --sample-people --listen 0.0.0.0", "Sample people need no password")]
    [InlineData("serve --port 0 --sample-people --proxy 10.0.0.1", "Sample people need no password")]
    [InlineData("serve --port 0 --listen somewhere", "--listen takes an IP address such as 127.0.0.1, not somewhere.")]
    [InlineData("serve --port 0 --certificate /nowhere.pfx", "The certificate in /nowhere.pfx cannot be read")]
    [InlineData("bogus", "Unrecognized command or argument 'bogus'")]
    public async Task Says_in_a_line_what_is_wrong(string arguments, string said)
    {
        var (code, output, errors) = await Run(
            [
                .. arguments.Split(' '),
                .. arguments.StartsWith("serve", StringComparison.Ordinal) ? ["--data", _folder.FullName] : Array.Empty<string>()]);

        code.ShouldNotBe(0);
        errors.ShouldContain(said);
        (output + errors).ShouldNotContain("   at ");
        (output + errors).ShouldNotContain("Usage");
        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBeEmpty("nothing is half written");
    }

    [Fact]
    public async Task Says_that_a_port_is_taken_and_how_to_choose_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, output, errors) = await Run("serve", "--sample-people", "--data", _folder.FullName, "--port", $"{port}");

        code.ShouldBe(2);
        errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldContain($"Port {port} is taken by another program");
        output.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBeEmpty("nothing is half written");
    }

    [Theory]
    [InlineData("Desk__Office", "C 2", "Desk__Office")]
    [InlineData("Portal__Address", "bao-cao", "Portal__Address")]
    [InlineData("Limits__Burst", "x", "Limits__Burst")]
    [InlineData("Limits__PerSecond", "0", "Limits__PerSecond")]
    [InlineData("PORT", "abc", "PORT")]
    [InlineData("VKS_SMTP", "nowhere", "VKS_SMTP must be host:port")]
    [InlineData("VKS_SMTP_TLS", "perhaps", "VKS_SMTP_TLS must be none, starttls or tls")]
    [InlineData("VKS_SMTP_USER", "vks", "VKS_SMTP_USER and VKS_SMTP_PASSWORD")]
    public async Task Says_which_setting_is_wrong(string setting, string value, string said)
    {
        var environment = new Dictionary<string, string> { ["VKS_SMTP"] = "localhost:25", [setting] = value };

        string[] port = setting == "PORT" ? [] : ["--port", "0"];

        var (code, output, errors) = await Run(["serve", "--sample-people", "--data", _folder.FullName, .. port], environment);

        code.ShouldBe(2);
        errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldContain(said);
        output.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_folder.FullName).ShouldBeEmpty("nothing is half written");
    }

    [Fact]
    public async Task Refuses_a_data_folder_that_is_none()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        var (code, _, errors) = await Run("serve", "--sample-people", "--data", Path.Combine(file, "data"), "--port", "0");

        code.ShouldBe(2);
        errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldContain(file);
    }

    [Fact]
    public async Task Lists_what_there_is_to_run()
    {
        var (code, output, _) = await Run("--help");

        code.ShouldBe(0);
        output.ShouldContain("serve");
    }

    [Fact]
    public async Task Says_which_version_it_is()
    {
        var (code, output, _) = await Run("--version");

        code.ShouldBe(0);
        output.ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Is_explained_without_building_anything(string command)
    {
        File.Copy(Path.Combine(TheHouse.Root, "run.sh"), Path.Combine(_folder.FullName, "run.sh"));
        using var script = Process.Start(
            new ProcessStartInfo("bash", [Path.Combine(_folder.FullName, "run.sh"), "--help"]) { RedirectStandardOutput = true })!;
        var help = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();

        script.ExitCode.ShouldBe(0);
        help.ShouldContain(command);
        var (_, output, _) = await Run(command, "--help");
        foreach (var option in Option().Matches(output).Select(option => option.Value).Except(["--help", "--version"]))
        {
            help.ShouldContain($"{option} ");
        }
    }

    [Fact]
    public async Task A_server_that_is_told_to_end_ends_in_good_order()
    {
        var start = new ProcessStartInfo("dotnet", [TheHouse.Server, "serve", "--sample-people", "--data", _folder.FullName, "--port", "0"]);
        start.RedirectStandardOutput = true;
        using var server = Process.Start(start)!;
        while (await server.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ctrl+C", StringComparison.Ordinal))
        {
        }

        using var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.WaitForExitAsync();

        server.ExitCode.ShouldBe(0);
        Directory.EnumerateFiles(_folder.FullName).Select(Path.GetFileName).ShouldNotContain("vks.db-wal", "the database is closed");
    }

    [Fact]
    public async Task A_broken_signing_key_is_said_at_the_start()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "signing-key.pem"), "");

        var (code, output, errors) = await Run("serve", "--sample-people", "--data", _folder.FullName, "--port", "0");

        code.ShouldBe(2);
        errors.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldContain("signing-key.pem");
        output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--port x", "from 0 to 65535, not x")]
    [InlineData("serve --port 70000", "from 0 to 65535, not 70000")]
    [InlineData("demo --units 9", "--units takes 10 to 10000.")]
    public async Task Takes_the_same_through_the_script(string arguments, string said)
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(TheHouse.Root, "run.sh"), .. arguments.Split(' ')])
        {
            RedirectStandardError = true,
        })!;
        var errors = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();

        script.ExitCode.ShouldNotBe(0);
        errors.TrimEnd('\n').Split('\n').Where(line => line != "Building...").ShouldHaveSingleItem().ShouldContain(said);
    }

    [Fact]
    public async Task A_demo_ends_with_one_line_of_JSON_and_says_beside_it_where_its_files_are()
    {
        var folder = Path.Combine(_folder.FullName, "out");

        var (code, output, errors) = await Run("demo", "--units", "10", "--out", folder);

        code.ShouldBe(0, errors);
        JsonElement.Parse(output.TrimEnd('\n').Split('\n').ShouldHaveSingleItem()).GetProperty("units").GetInt32().ShouldBe(10);
        errors.ShouldContain($"publication.html, publication.json, submissions.ndjson and mails/ are in {folder}");
        var days = Directory.EnumerateFiles(Path.Combine(folder, "mails"))
            .Select(mail => File.ReadLines(mail).Single(line => line.StartsWith("Date: ", StringComparison.Ordinal)));
        days.ShouldAllBe(line => line.Contains(" 2018 "));
    }

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    private static Task<(int Code, string Output, string Errors)> Run(params string[] arguments) =>
        arguments is ["demo", .. var options] ? Run(TheHouse.Demo, options) : Run(TheHouse.Server, arguments);

    private static Task<(int Code, string Output, string Errors)> Run(string[] arguments, Dictionary<string, string> environment) =>
        Run(TheHouse.Server, arguments, environment);

    private static async Task<(int Code, string Output, string Errors)> Run(
        string program, string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
