using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace VksServerless.Server.Tests.Hosting;

public class Keeping_the_data_to_oneself
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Nobody_else_reads_the_data_folder_or_a_file_in_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var parent = Directory.CreateTempSubdirectory("vks-private-");
        File.SetUnixFileMode(parent.FullName, (UnixFileMode)0b_111_101_101);
        var folder = Path.Combine(parent.FullName, "data");
        await using (var sample = await Sample.Started(folder))
        {
            (File.GetUnixFileMode(folder) & OfOthers).ShouldBe(UnixFileMode.None);
            Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
                .Where(path => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0).ShouldBeEmpty();
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).ShouldContain("vks.db");
            File.SetUnixFileMode(folder, (UnixFileMode)0b_111_101_101);
            await sample.Restart();
            (File.GetUnixFileMode(folder) & OfOthers).ShouldBe(UnixFileMode.None, "one that was made before is closed");
        }

        (File.GetUnixFileMode(parent.FullName) & OfOthers).ShouldNotBe(UnixFileMode.None, "what is not ours is left as it is");
        parent.Delete(recursive: true);
    }

    [Fact]
    public async Task A_body_may_not_take_for_ever()
    {
        await using var sample = await Sample.Started();

        var limits = sample.Server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBeGreaterThanOrEqualTo(4096);
    }
}
