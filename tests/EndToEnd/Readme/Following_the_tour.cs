using System.Diagnostics;
using System.Text.RegularExpressions;
using VksServerless.Local.Edition;

namespace VksServerless.EndToEnd.Readme;

/// <summary>What the README tells a newcomer to type is typed here.</summary>
public sealed partial class Following_the_tour : IDisposable
{
    private const string AddressInTheReadme = "http://127.0.0.1:7071";
    private static readonly string Readme = File.ReadAllText(Path.Combine(TheApp.Root, "README.md")).ReplaceLineEndings("\n");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-tour-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Leads_from_a_draft_to_a_publication()
    {
        await using var host = await SingleMachine.Start(new SingleMachineOptions(_folder.FullName, TheApp.Assembly) { ConfigureLogging = _ => { } }, CancellationToken.None);
        var begin = Blocks().FindLastIndex(block => block.Contains(AddressInTheReadme, StringComparison.Ordinal) && block.Contains("curl", StringComparison.Ordinal));
        var tour = string.Join('\n', Blocks().Skip(begin).Where((block, index) => index == 0 || block.Contains("as head-", StringComparison.Ordinal)));

        var (code, output) = await Bash(tour.Replace(AddressInTheReadme, host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal), "-euo", "pipefail");

        code.ShouldBe(0, output);
        output.Split('\n').Select(line => line.Trim()).Intersect(Milestones).ShouldBe(Milestones, output);
    }

    [Fact]
    public async Task Applies_the_reform_of_2025_in_one_call()
    {
        await using var host = await SingleMachine.Start(new SingleMachineOptions(_folder.FullName, TheApp.Assembly) { ConfigureLogging = _ => { } }, CancellationToken.None);
        var tools = Blocks().Last(block => block.Contains(AddressInTheReadme, StringComparison.Ordinal) && block.Contains("curl", StringComparison.Ordinal)).Split('\n').Take(3);
        var reform = Blocks().Single(block => block.Contains("units/changes/2025-07-01", StringComparison.Ordinal));

        var (code, output) = await Bash(string.Join('\n', tools.Append(reform)).Replace(AddressInTheReadme, host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal), "-euo", "pipefail");

        code.ShouldBe(0, output);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            ["62", "Viện kiểm sát nhân dân tỉnh Trà Vinh (T84) hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025."]);
    }

    [Fact]
    public async Task Every_block_of_the_README_is_proper_shell()
    {
        Blocks().Count.ShouldBeGreaterThan(1);
        foreach (var block in Blocks())
        {
            (await Bash(block, "-n")).ShouldBe((0, ""), block);
        }
    }

    private static readonly string[] Milestones =
    [
        "starting", "cycle is open", "\"/problems/report-invalid\"", "\"rule\": \"wrong-type\",", "\"verdict\": \"on-time\",", "accepted", "cycle is awaiting-approval",
        "\"accepted\": 1,", "\"total\": 12", "Tổng kết 10 năm ứng dụng công nghệ thông tin", "cycle is published", "[Công bố] Báo cáo số 01/BC-VKSTC: Tổng kết 10 năm ứng dụng công nghệ thông tin",
        "answered", "closed",
        "/problems/signature-needed", "sent-back", "\"bySoftware\": true,",
        "{\"code\":\"an-thang\",\"version\":1}", "{\"giai_quyet\":30,\"thu_ly\":40}", "{\"place\":\"/explanations/bien_dong\",\"rule\":\"unexplained\"}",
        "{\"rule\":\"bien_dong\",\"text\":\"Tiếp nhận án của đợt cao điểm.\"}",
    ];

    private static List<string> Blocks() => [.. ShellBlock().Matches(Readme).Select(match => match.Groups[1].Value)];

    private static async Task<(int Code, string Output)> Bash(string script, params string[] options)
    {
        // A tour that waits for what never comes must end too.
        using var bash = Process.Start(new ProcessStartInfo("timeout", ["120", "bash", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        var errors = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output + await errors);
    }

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
