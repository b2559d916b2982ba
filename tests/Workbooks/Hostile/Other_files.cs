using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Hostile;

public class Other_files
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    [Fact]
    public async Task Each_have_a_sentence_of_their_own()
    {
        var ours = await Samples.Write(Samples.Report(AForm.AllKinds));
        var refused = new Dictionary<string, byte[]>
        {
            ["workbook-password"] = [.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            ["workbook-xls"] = [.. Compound, .. Encoding.Unicode.GetBytes("Workbook")],
            ["workbook-ods"] = Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")),
            ["workbook-numbers"] = Zip(("Index/Document.iwa", "x")),
            ["workbook-xlsb"] = Zip(("[Content_Types].xml", Types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")
                .Replace("macroEnabled.", "", StringComparison.Ordinal))),
            ["workbook-not-xlsx"] = "a;b;c"u8.ToArray(),
            ["workbook-not-ours"] = NotOurs(ours),
            ["workbook-damaged"] = ours[..(ours.Length / 2)],
            ["workbook-format"] = Changed(ours, file => file.Type((file.SheetNames[^1], "B1"), "99")),
            ["workbook-too-large"] = new byte[Application.Workbooks.IReportWorkbooks.MaxBytes + 1],
        };
        foreach (var (type, bytes) in refused)
        {
            var refusal = (await Samples.Read(bytes)).Refusal;
            refusal.ShouldNotBeNull(type);
            refusal.Type.ShouldBe(type);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("%PDF-1.7")]
    [InlineData("<html><table></table></html>")]
    public async Task That_are_no_workbook_are_refused(string content) =>
        (await Samples.Read(Encoding.UTF8.GetBytes(content))).Refusal!.Type.ShouldBe("workbook-not-xlsx");

    [Fact]
    public async Task A_document_of_another_program_is_no_workbook() => (await Samples.Read(Zip(
        ("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")))))
        .Refusal!.Type.ShouldBe("workbook-not-xlsx");

    [Fact]
    public async Task A_strict_workbook_is_read_as_any_other()
    {
        var answers = new SampleAnswers(4).Of(AForm.AllKinds);
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, answers));
        foreach (var part in file.Parts.ToList())
        {
            file.Put(part, file.Text(part)
                .Replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
                    StringComparison.Ordinal)
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal));
        }

        (await Samples.Sent(file.Bytes(), AForm.AllKinds)).ShouldBe(Samples.Json(answers));
    }

    [Fact]
    public async Task Of_another_unit_cycle_or_version_are_told_apart()
    {
        var identity = (await Samples.Read(await Samples.Write(Samples.Report(AForm.AllKinds)))).Value.Identity;
        var form = AForm.AllKinds.Ref;

        identity.Check(form, Samples.Cycle, UnitCode.Of("T06"))!.Type.ShouldBe("workbook-other-unit");
        identity.Check(form, CycleId.From(PersonId.Of("p"), "other"), Samples.Unit)!.Type.ShouldBe("workbook-other-cycle");
        identity.Check(form with { Code = "khac" }, Samples.Cycle, Samples.Unit)!.Type.ShouldBe("workbook-other-cycle");
        identity.Check(form with { Version = 2 }, Samples.Cycle, Samples.Unit)!.Type.ShouldBe("workbook-old-version");
    }

    [Fact]
    public async Task Of_an_older_version_give_their_values_for_the_new_one()
    {
        var older = Samples.FormOf("ung-dung-cntt-10-nam@2");
        var answers = new SampleAnswers(8).Of(older);
        var read = (await Samples.Read(await Samples.Write(Samples.Report(older, answers)))).Value;

        read.Identity.Check(Samples.FormOf("ung-dung-cntt-10-nam@3").Ref, Samples.Cycle, Samples.Unit)!.Type
            .ShouldBe("workbook-old-version");
        read.ContentOf(older).Faults.ShouldBeEmpty();
        read.ContentOf(older).Sent["answers"]!.AsObject().Count.ShouldBeGreaterThan(20);
        Should.Throw<ArgumentException>(() => read.ContentOf(Samples.FormOf("ung-dung-cntt-10-nam@3")));
    }

    private static byte[] NotOurs(byte[] ours) => Changed(ours, file => file.Named("vks_identity").Remove());

    private static byte[] Changed(byte[] bytes, Action<AFile> change)
    {
        var file = new AFile(bytes);
        change(file);
        return file.Bytes();
    }

    private static string Types(string type) => new XElement(
        XName.Get("Types", "http://schemas.openxmlformats.org/package/2006/content-types"),
        new XElement(XName.Get("Override", "http://schemas.openxmlformats.org/package/2006/content-types"),
            new XAttribute("PartName", "/a"), new XAttribute("ContentType", type))).ToString();

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var held = new MemoryStream();
        using (var archive = new ZipArchive(held, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var to = archive.CreateEntry(name).Open();
                to.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return held.ToArray();
    }
}
