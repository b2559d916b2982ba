using System.Xml.Linq;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Hostile;

/// <summary>Files whose parts are not what a workbook has.</summary>
public class Hostile_parts
{
    [Theory]
    [InlineData("xl/vbaProject.bin", null)]
    [InlineData("xl/macrosheets/sheet1.xml", null)]
    [InlineData("xl/embeddings/oleObject1.bin", null)]
    [InlineData("xl/activeX/activeX1.bin", null)]
    [InlineData("xl/picture.png", "application/vnd.ms-office.vbaProject")]
    [InlineData("xl/other.xml", "application/vnd.ms-excel.macrosheet+xml")]
    public async Task With_something_that_runs_are_refused(string part, string? type) => (await Hostile_files.Refused(file =>
    {
        file.Put(part, "x");
        if (type is not null)
        {
            var types = file.Xml("[Content_Types].xml");
            types.Add(new XElement(
                types.Name.Namespace + "Override", new XAttribute("PartName", $"/{part}"), new XAttribute("ContentType", type)));
        }
    })).ShouldBe("workbook-active");

    [Fact]
    public async Task That_open_something_outside_are_refused() =>
        (await Hostile_files.Refused(file => Relate(file, "attachedTemplate"))).ShouldBe("workbook-active");

    [Fact]
    public async Task With_an_address_in_a_cell_are_taken() => (await Hostile_files.Refused(file => Relate(file, "hyperlink"))).ShouldBe("");

    [Theory]
    [InlineData("../../evil.xml")]
    [InlineData("XL/WORKBOOK.XML")]
    [InlineData("/etc/passwd")]
    [InlineData("xl/a\u202Elmx.exe")]
    public async Task With_names_that_deceive_are_refused(string name) =>
        (await Hostile_files.Refused(file => file.Put(name, "x"))).ShouldBe("workbook-unsafe");

    [Fact]
    public async Task With_too_many_parts_are_refused() => (await Hostile_files.Refused(file =>
    {
        for (var part = 0; part < 2_100; part++)
        {
            file.Put($"xl/more{part}.xml", "<a/>");
        }
    })).ShouldBe("workbook-unsafe");

    private static void Relate(AFile file, string type)
    {
        var relations = file.Xml("xl/_rels/workbook.xml.rels");
        relations.Add(new XElement(
            relations.Name.Namespace + "Relationship", new XAttribute("Id", "rIdX"), new XAttribute("Type", $"{AFile.Relations}/{type}"),
            new XAttribute("Target", "https://evil.example/x"), new XAttribute("TargetMode", "External")));
    }
}
