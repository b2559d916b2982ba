using System.Diagnostics;

namespace VksServerless.Workbooks.Tests.Office;

/// <summary>LibreOffice without a window: opens a workbook and saves it again. One call at a time: they share a profile.</summary>
internal static class AnOffice
{
    private static readonly Lazy<DirectoryInfo> Profile = new(() => Directory.CreateTempSubdirectory("vks-office-profile"));
    private static readonly SemaphoreSlim Free = new(1);

    public static async Task<byte[]> Save(byte[] workbook)
    {
        var folder = Directory.CreateTempSubdirectory("vks-office");
        await Free.WaitAsync();
        try
        {
            var from = Path.Combine(folder.FullName, "in.xlsx");
            var into = folder.CreateSubdirectory("out");
            await File.WriteAllBytesAsync(from, workbook);
            using var office = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList =
                {
                    $"-env:UserInstallation=file://{Profile.Value.FullName}", "--headless", "--norestore",
                    "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", into.FullName, from,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var said = office.StandardOutput.ReadToEndAsync();
            var complained = office.StandardError.ReadToEndAsync();
            await office.WaitForExitAsync();
            var saved = Path.Combine(into.FullName, "in.xlsx");
            return File.Exists(saved)
                ? await File.ReadAllBytesAsync(saved)
                : throw new InvalidOperationException($"LibreOffice saved nothing: {await said} {await complained}");
        }
        finally
        {
            Free.Release();
            folder.Delete(recursive: true);
        }
    }
}
