using System.Diagnostics;

namespace VksServerless.Workbooks.Tests.Office;

/// <summary>LibreOffice without a window: opens workbooks and saves them again.</summary>
internal static class AnOffice
{
    /// <param name="workbooks">By a name; opened in one run, for it takes long to start.</param>
    public static async Task<IReadOnlyDictionary<string, byte[]>> Save(IReadOnlyDictionary<string, byte[]> workbooks)
    {
        var folder = Directory.CreateTempSubdirectory("vks-office");
        try
        {
            var into = folder.CreateSubdirectory("out");
            foreach (var (name, workbook) in workbooks)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{name}.xlsx"), workbook);
            }

            using var office = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList =
                {
                    $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--norestore",
                    "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", into.FullName,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }.With(workbooks.Keys.Select(name => Path.Combine(folder.FullName, $"{name}.xlsx"))))!;
            var said = office.StandardOutput.ReadToEndAsync();
            var complained = office.StandardError.ReadToEndAsync();
            await office.WaitForExitAsync();
            return into.EnumerateFiles().Count() == workbooks.Count
                ? workbooks.Keys.ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(into.FullName, $"{name}.xlsx")))
                : throw new InvalidOperationException($"LibreOffice did not save all: {await said} {await complained}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ProcessStartInfo With(this ProcessStartInfo start, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            start.ArgumentList.Add(file);
        }

        return start;
    }
}
