using System.IO.Compression;
using System.Text;

namespace VksServerless.EndToEnd.Reports;

public class Attaching_hostile_files(AHost host) : IClassFixture<AHost>
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("<</S/JavaScript/JS(app.alert(1))>>")]
    [InlineData("<< /S /J#61vaScript /JS (x) >>")]
    [InlineData("<< /S /#4c#61unch /F (cmd.exe) >>")]
    [InlineData("<< /OpenAction << /S /Launch")]
    public async Task A_PDF_that_runs_something_is_refused(string inside)
    {
        foreach (var before in (int[])[0, 1, 1024 * 1024 - 8, 1024 * 1024 - 12])
        {
            await Refused(AFile.Of([.. "%PDF-1.7\n"u8, .. new byte[before], .. Encoding.ASCII.GetBytes(inside)]), "attachment-active");
        }
    }

    [Theory]
    [InlineData("<< /OpenAction [3 0 R /XYZ null null 0] >>")]
    [InlineData("(JavaScript) /Launcher /JavaScripts /Lau nch /#4aa")]
    public async Task A_PDF_that_only_opens_is_taken(string inside)
    {
        var cycle = await ACycle.Open(host, "V14");
        (await AFile.Of([.. "%PDF-1.7\n"u8, .. Encoding.ASCII.GetBytes(inside)]).Attach(host.As("reporter-V14"), cycle.ReportOf("V14")))
            .Done();
    }

    [Theory]
    [InlineData("word/vbaProject.bin", "attachment-active")]
    [InlineData("word/VBAPROJECT.BIN", "attachment-active")]
    [InlineData("xl/macrosheets/sheet1.xml", "attachment-active")]
    [InlineData("../../etc/passwd", "attachment-archive-names")]
    [InlineData("word/..\\x", "attachment-archive-names")]
    [InlineData("/etc/passwd", "attachment-archive-names")]
    [InlineData("C:/x", "attachment-archive-names")]
    [InlineData("[Content_Types].xml", "attachment-archive-names")]
    [InlineData("[content_types].XML", "attachment-archive-names")]
    [InlineData("word/embeddings/oleObject1.bin", "attachment-active")]
    [InlineData("word/activeX/activeX1.xml", "attachment-active")]
    [InlineData("Công văn.pdf.EXE", "attachment-active")]
    [InlineData("a/cong van.js. ", "attachment-active")]
    public async Task A_document_with_such_a_part_is_refused(string part, string why) =>
        await Refused(Document(Archive(("[Content_Types].xml", 10), (part, 10))), why);

    [Fact]
    public async Task An_archive_that_unpacks_to_a_thousand_times_its_size_is_refused() =>
        await Refused(Zip(Archive(("big.txt", 120 * 1024 * 1024))), "attachment-archive-ratio");

    [Fact]
    public async Task An_archive_of_too_many_entries_or_without_its_directory_is_refused()
    {
        await Refused(Zip(Archive([.. Enumerable.Range(0, 10_001).Select(number => ($"{number}", 0))])), "attachment-archive");
        await Refused(
            Zip(Archive([.. Enumerable.Range(0, 9_000).Select(number => ($"{number}{new string('x', 400)}", 0))])), "attachment-archive");
        await Refused(Zip(Archive(("a.txt", 10))[..40]), "attachment-archive");
        for (var length = 4; length <= 23; length++)
        {
            await Refused(Zip(Archive(("a.txt", 10))[..length]), "attachment-archive");
        }

        await Refused(Document(Archive(("a.txt", 10))), "attachment-archive");
    }

    [Fact]
    public async Task Plain_documents_and_archives_are_taken_also_large_ones()
    {
        var cycle = await ACycle.Open(host, "V14");
        var noise = new byte[5 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        using var large = new MemoryStream();
        using (var archive = new ZipArchive(large, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("Ảnh chụp/biên bản.png", CompressionLevel.NoCompression).Open();
            entry.Write(noise);
        }

        (await Zip(large.ToArray()).Attach(host.As("reporter-V14"), cycle.ReportOf("V14"))).Done();
        (await Document(Archive(("[Content_Types].xml", 10), ("word/document.xml", 100_000), ("word/embeddings/Sheet1.xlsx", 10)))
            .Attach(host.As("reporter-V14"), cycle.ReportOf("V14"))).Done();
    }

    private static AFile Document(byte[] bytes) => AFile.Of(bytes, "Biên bản.docx", Docx);

    private static AFile Zip(byte[] bytes) => AFile.Of(bytes, "Phụ lục.zip", "application/zip");

    private static byte[] Archive(params (string Name, int Length)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, length) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(new byte[length]);
            }
        }

        return bytes.ToArray();
    }

    private async Task Refused(AFile file, string why)
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await host.FilesKept();
        (await file.Attach(host.As("reporter-V14"), cycle.ReportOf("V14"))).Refused(422, why);
        (await host.FilesKept()).ShouldBe(before);
        (await host.As("reporter-V14").Get($"{cycle.ReportOf("V14")}/attachments")).Done().Json.GetArrayLength().ShouldBe(0);
    }
}
