using System.Diagnostics;
using System.Text.RegularExpressions;
using VksServerless.Server.Hosting;

namespace VksServerless.EndToEnd.Readme;

/// <summary>What the README and the tour tell a newcomer to type is typed here, from top to bottom, in one shell.</summary>
public sealed partial class Following_the_tour : IDisposable
{
    private const string AddressInTheReadme = "http://127.0.0.1:7071";

    /// <summary>What the newcomer sees, in this order.</summary>
    private static readonly string[] Milestones =
    [
        "starting", "cycle is open", "\"type\": \"/problems/report-invalid\",", "\"rule\": \"wrong-type\",", "\"verdict\": \"on-time\",",
        "accepted",
        "cycle is awaiting-approval", "\"accepted\": 1,", "\"total\": 12", "Tổng kết 10 năm ứng dụng công nghệ thông tin",
        "cycle is published",
        "[Công bố] Báo cáo số 01/BC-VKSTC: Tổng kết 10 năm ứng dụng công nghệ thông tin",
        "answered", "closed", "{\"title\":\"Phần mềm thống kê không mở được số liệu năm 2016\",\"state\":\"closed\"}",
        "\"type\": \"/problems/signature-needed\",", "sent-back", "\"bySoftware\": true,",
        "{\"code\":\"an-thang\",\"version\":1}", "\"rule\": \"unexplained\",",
        "{\"rule\":\"bien_dong\",\"text\":\"Tiếp nhận án của đợt cao điểm.\"}",
        "Dừng sau khi thử.", "90", "{\"unit\":\"T84-CL\",\"version\":1}", "{\"field\":\"thu_ly\",\"now\":90,\"then\":40,\"change\":50}",
        "[\"on-time\"]", "[\"late\",\"/answers/giai_quyet\"]", "72/BC-VKSTC",
        "62", "Viện kiểm sát nhân dân tỉnh Trà Vinh (T84) hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025.",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-tour-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task From_top_to_bottom_does_all_that_it_says()
    {
        await using var server = await ReportingServer.Start(
            new ServerOptions(_folder.FullName) { ConfigureLogging = _ => { } }, CancellationToken.None);
        var blocks = BlocksOf("README.md").Concat(BlocksOf("docs/tour.md")).ToList();
        blocks.Count.ShouldBeGreaterThan(6);
        var tour = string.Join('\n', blocks).Replace(AddressInTheReadme, server.Address.ToString().TrimEnd('/'), StringComparison.Ordinal);

        var (code, output) = await Bash("exec 2>&1\n" + tour, "-euo", "pipefail");

        code.ShouldBe(0, output);
        output.Split('\n').Select(line => line.Trim()).Intersect(Milestones).ShouldBe(Milestones, output);
        output.Split('\n').Count(line => line.Contains("\"type\": \"/problems/", StringComparison.Ordinal)).ShouldBe(3, output);
    }

    private static IEnumerable<string> BlocksOf(string file) =>
        ShellBlock().Matches(File.ReadAllText(Path.Combine(TheHouse.Root, file)).ReplaceLineEndings("\n"))
            .Select(match => match.Groups[1].Value);

    private static async Task<(int Code, string Output)> Bash(string script, params string[] options)
    {
        // A tour that waits for what never comes must end too.
        using var bash = Process.Start(new ProcessStartInfo("timeout", ["180", "bash", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, output);
    }

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
