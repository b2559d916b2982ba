using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Hostile;

public class Hostile_files
{
    private const string Sheet = "Phần III";
    private static readonly XNamespace Main = AFile.Main;

    [Fact]
    public async Task That_inflate_without_end_are_refused_while_they_do()
    {
        foreach (var filling in new[] { "<c/>", "<c r='A6' s='1'><v>1</v></c>" })
        {
            (await Refused(file => file.Put(file.PathOf(Sheet), Sheets(filling, 81 * 1024 * 1024)))).ShouldBe("workbook-too-much-inside");
        }
    }

    [Fact]
    public async Task With_one_endless_name_or_attribute_are_refused()
    {
        var endless = new string('a', 3 * 1024 * 1024);
        foreach (var content in new[] { $"<c r='A6' s='{endless}'/>", $"<{endless}/>" })
        {
            (await Refused(file => file.Put(file.PathOf(Sheet), Sheets(content, 1)))).ShouldBe("workbook-unsafe");
        }
    }

    [Fact]
    public async Task With_a_text_longer_than_any_cell_are_refused()
    {
        var text = $"<c r='A6' t='inlineStr'><is><t>{new string('a', 400_000)}</t></is></c>";
        var cdata = $"<c r='A6' t='inlineStr'><is><t><![CDATA[{string.Concat(Enumerable.Repeat("<", 400_000))}]]></t></is></c>";

        (await Refused(file => file.Put(file.PathOf(Sheet), Sheets(text, 1)))).ShouldBe("workbook-too-much-inside");
        (await Refused(file => file.Put(file.PathOf(Sheet), Sheets(cdata, 1)))).ShouldBe("workbook-too-much-inside");
    }

    [Fact]
    public async Task With_endless_different_names_are_refused()
    {
        var names = string.Concat(Enumerable.Range(0, 50_000).Select(number => $"<n{number}/>"));

        (await Refused(file => file.Put(file.PathOf(Sheet), Sheets(names, 1)))).ShouldBe("workbook-unsafe");
    }

    [Fact]
    public async Task With_deep_elements_are_refused() => (await Refused(file => file.Put(
        file.PathOf(Sheet), string.Concat(Enumerable.Repeat("<a>", 100_000))))).ShouldBe("workbook-unsafe");

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet>&x;</worksheet>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><worksheet>&b;</worksheet>")]
    [InlineData("<worksheet>&x;</worksheet>")]
    [InlineData("<worksheet>")]
    [InlineData("")]
    public async Task With_entities_or_broken_parts_are_refused(string part) =>
        (await Refused(file => file.Put(file.PathOf(Sheet), part))).ShouldBe("workbook-damaged");

    [Theory]
    [InlineData("2147483647", "A2147483647")]
    [InlineData("1048577", "A1048577")]
    [InlineData("0", "A0")]
    [InlineData("6", "ZZZZ6")]
    [InlineData("6", "A7")]
    [InlineData("x", "A6")]
    public async Task With_rows_and_cells_that_no_sheet_has_are_refused(string row, string cell) => (await Refused(file =>
        file.Sheet(Sheet).Element(Main + "sheetData")!.Add(new XElement(
            Main + "row", new XAttribute("r", row), new XElement(Main + "c", new XAttribute("r", cell), new XElement(Main + "v", 1))))))
        .ShouldBe("workbook-damaged");

    [Fact]
    public async Task That_say_they_are_small_and_are_not_are_refused_by_what_they_are()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        var path = file.PathOf(Sheet);
        file.Put(path, Sheets("<row/>", 81 * 1024 * 1024));
        var bytes = file.Bytes();
        Lie(bytes, path);

        (await Samples.Read(bytes)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Millions_of_formatted_blank_cells_are_passed_over()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        var rows = new StringBuilder();
        for (var row = 60; row <= 1_048_575; row++)
        {
            rows.Append("<row r=\"").Append(row).Append("\" s=\"1\" customFormat=\"1\"/>");
        }

        rows.Append("<row r=\"1048576\"><c r=\"B1048576\" t=\"inlineStr\"><is><t> </t></is></c></row>");
        file.Type((Sheet, "A6"), "một");
        var sheet = file.Sheet(Sheet).ToString(SaveOptions.DisableFormatting);
        file = new AFile(file.Bytes());
        file.Put(file.PathOf(Sheet), sheet.Replace("</sheetData>", $"{rows}</sheetData>", StringComparison.Ordinal));

        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);
        content.Faults.ShouldBeEmpty();
        content.Sent["answers"]!["rieng"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Damaged_at_any_byte_are_read_or_refused_and_nothing_else()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds, new SampleAnswers(2).Of(AForm.AllKinds)));
        for (var at = 0; at < bytes.Length; at += 101)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x55;
            var read = await Samples.Read(damaged);

            if (!read.Refused && read.Value.Identity.Form == AForm.AllKinds.Ref)
            {
                read.Value.ContentOf(AForm.AllKinds).ShouldNotBeNull();
                new ReportWorkbooks().Mark(damaged, []).ShouldNotBe(default);
            }
        }
    }

    internal static async Task<string> Refused(Action<AFile> change)
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        change(file);
        return (await Samples.Read(file.Bytes())).Refusal?.Type ?? "";
    }

    private static byte[] Sheets(string filling, int bytes)
    {
        using var held = new MemoryStream();
        var part = Encoding.UTF8.GetBytes(filling);
        held.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns='{Main}'><sheetData><row r='6'>"));
        for (var written = 0; written < bytes; written += part.Length)
        {
            held.Write(part);
        }

        held.Write("</row></sheetData></worksheet>"u8);
        return held.ToArray();
    }

    /// <summary>Sets the inflated length that the directory says of a part to one byte.</summary>
    private static void Lie(byte[] archive, string path)
    {
        var name = Encoding.UTF8.GetBytes(path);
        for (var at = archive.AsSpan().LastIndexOf(name); at > 0; at = archive.AsSpan()[..at].LastIndexOf(name))
        {
            if (archive.AsSpan()[(at - 46)..].StartsWith("PK\x01\x02"u8))
            {
                BitConverter.TryWriteBytes(archive.AsSpan(at - 22), 1);
            }
        }
    }
}
