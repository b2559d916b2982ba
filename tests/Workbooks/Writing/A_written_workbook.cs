using System.Xml.Linq;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Writing;

public class A_written_workbook
{
    private static readonly XNamespace Main = AFile.Main;

    public static TheoryData<string> Forms => Samples.Forms;

    [Theory, MemberData(nameof(Forms))]
    public async Task Keeps_to_the_standard(string form)
    {
        var bytes = await Samples.Write(Samples.Report(Samples.FormOf(form), new SampleAnswers(3).Of(Samples.FormOf(form))));

        Standard.Errors(bytes).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task Has_instructions_first_and_what_it_is_hidden_last(string form)
    {
        var file = await AFile.Of(Samples.Report(Samples.FormOf(form)));

        file.SheetNames[0].ShouldBe("Hướng dẫn");
        file.SheetNames.ShouldAllBe(name => name.Length <= 31 && !name.Any(letter => "[]:*?/\\".Contains(letter)));
        file.Workbook.Element(Main + "sheets")!.Elements().Last().Attribute("state")!.Value.ShouldBe("veryHidden");
        file.SheetNames.Count.ShouldBeGreaterThanOrEqualTo(Samples.FormOf(form).Sections.Count + 3);
    }

    [Fact]
    public async Task Is_the_same_bytes_for_the_same_report()
    {
        var report = Samples.Report(AForm.AllKinds, new SampleAnswers(9).Of(AForm.AllKinds));

        (await Samples.Write(report)).ShouldBe(await Samples.Write(report));
    }

    [Fact]
    public async Task Has_no_formula_but_those_of_the_form()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, new SampleAnswers(5).Of(AForm.AllKinds)));

        file.SheetNames.SelectMany(name => file.Sheet(name).Descendants(Main + "f")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    public async Task Says_of_text_that_looks_like_a_formula_that_it_is_text(string text)
    {
        var answers = new Answers(new Dictionary<string, Answer> { ["ma"] = new Answer.Words(text) });
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, answers));
        var (sheet, cell) = file.PlaceOf("vks_a__ma");

        var written = file.Cell(sheet, cell);
        written.Attribute("t")!.Value.ShouldBe("inlineStr");
        file.Xml("xl/styles.xml").Element(Main + "cellXfs")!.Elements().ElementAt((int)written.Attribute("s")!)
            .Attribute("quotePrefix")!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task Locks_every_cell_but_those_to_fill_in()
    {
        var report = Samples.Report(AForm.AllKinds) with { Editable = new HashSet<FieldCode> { FieldCode.Of("so") } };
        var file = await AFile.Of(report);

        IsLocked(file, "vks_a__so").ShouldBeFalse();
        IsLocked(file, "vks_a__tien").ShouldBeTrue();
        IsLocked(await AFile.Of(Samples.Report(AForm.AllKinds)), "vks_a__tien").ShouldBeFalse();
        file.Sheet("Phần I").Element(Main + "sheetProtection")!.Attribute("sheet")!.Value.ShouldBe("1");
    }

    [Fact]
    public async Task Lets_one_filter_and_widen_and_sort_only_where_rows_are_read_as_a_whole()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        var fields = file.Sheet("Phần I").Element(Main + "sheetProtection")!;
        var rows = file.Sheet("Phần III").Element(Main + "sheetProtection")!;

        foreach (var protection in new[] { fields, rows })
        {
            protection.Attribute("autoFilter")!.Value.ShouldBe("0");
            protection.Attribute("formatColumns")!.Value.ShouldBe("0");
        }

        fields.Attribute("sort").ShouldBeNull();
        rows.Attribute("sort")!.Value.ShouldBe("0");
    }

    [Fact]
    public async Task Offers_lists_from_a_range_of_cells()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        var lists = file.SheetNames.SelectMany(name => file.Sheet(name).Descendants(Main + "dataValidation"))
            .Where(check => check.Attribute("type")!.Value == "list").ToList();

        lists.Count.ShouldBeGreaterThan(8);
        lists.ShouldAllBe(list => list.Element(Main + "formula1")!.Value.StartsWith("vks_l__"));
        var provinces = file.Sheet("Phần I").Descendants(Main + "dataValidation")
            .Single(check => check.Attribute("sqref")!.Value == file.PlaceOf("vks_a__tinh").Cell);
        file.Named(provinces.Element(Main + "formula1")!.Value).Value.ShouldEndWith("$34");
    }

    [Fact]
    public async Task Leaves_out_a_text_that_no_cell_can_hold()
    {
        var form = AForm.AllKinds;
        var bytes = await Samples.Write(Samples.Report(
            form, new Answers(new Dictionary<string, Answer> { ["bai"] = new Answer.Words(new string('a', 40_000)) })));

        var content = await Samples.Content(bytes, form);
        content.Omitted.Select(field => field.ToString()).ShouldBe(["bai", "tep", "tep_kad"], ignoreOrder: true);
        content.Sent["answers"]!.AsObject().ContainsKey("bai").ShouldBeFalse();
    }

    [Fact]
    public async Task Shows_what_was_answered_before_beside_the_cell_to_fill_in()
    {
        var previous = new SampleAnswers(17).Full(AForm.AllKinds).ByField.ToDictionary();
        previous["bai"] = new Answer.Words(new string('a', 40_000));
        previous["so"] = new Answer.Number(12);
        var report = Samples.Report(AForm.AllKinds) with { Previous = new Answers(previous) };
        var file = await AFile.Of(report);
        var (sheet, cell) = file.PlaceOf("vks_a__so");

        file.Cell(sheet, cell.Replace('C', 'E')).Element(Main + "v")!.Value.ShouldBe("12");
        file.Cell(sheet, file.PlaceOf("vks_a__bai").Cell.Replace('C', 'E')).Value.Length.ShouldBeLessThan(1_000);
        Standard.Errors(file.Bytes()).ShouldBeEmpty();
        (await Samples.Sent(file.Bytes(), AForm.AllKinds)).ShouldBe(Samples.Json(Answers.None));
    }

    private static bool IsLocked(AFile file, string name)
    {
        var (sheet, cell) = file.PlaceOf(name);
        return file.Xml("xl/styles.xml").Element(Main + "cellXfs")!.Elements().ElementAt((int)file.Cell(sheet, cell).Attribute("s")!)
            .Element(Main + "protection")!.Attribute("locked")!.Value == "1";
    }
}
