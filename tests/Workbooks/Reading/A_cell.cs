using System.Xml.Linq;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

public class A_cell
{
    private static readonly XNamespace Main = AFile.Main;

    [Theory]
    [InlineData("so", "1.234", "1234")]
    [InlineData("so", "29\u00A0000", "29000")]
    [InlineData("so", "29\u202F000", "29000")]
    [InlineData("so", "29\u2009000", "29000")]
    [InlineData("so", "1,234", "1234")]
    [InlineData("so", "−5", "-5")]
    [InlineData("le", "1.234.567,89", "1234567.89")]
    [InlineData("le", "1,234,567.89", "1234567.89")]
    [InlineData("le", "0,5", "0.5")]
    [InlineData("ty_le", "45,5 %", "45.5")]
    [InlineData("ty_le_kad", "không áp dụng", "{\"notApplicable\":true}")]
    [InlineData("co", "co", "true")]
    [InlineData("co", "KHÔNG", "false")]
    [InlineData("tinh", "tinh thu 7 cua nuoc ta", "\"t7\"")]
    [InlineData("tinh", "t7", "\"t7\"")]
    [InlineData("ngay", "03/04/2026", "\"2026-04-03\"")]
    [InlineData("ngay", "3/4/2026", "\"2026-04-03\"")]
    [InlineData("ngay", "2026-04-03", "\"2026-04-03\"")]
    [InlineData("ma", "00123", "\"00123\"")]
    [InlineData("ma", "  x\u00A0", "\"x\"")]
    public async Task With_text_is_read_as_people_write(string field, string typed, string json) =>
        (await Typed(field, (file, at) => file.Type(at, typed))).Json.ShouldBe(json);

    [Theory]
    [InlineData("le", "1.234", "unreadable")]
    [InlineData("so", "mười", "unreadable")]
    [InlineData("so", "1,2,3", "unreadable")]
    [InlineData("co", "có lẽ", "unreadable")]
    [InlineData("chon", "da xong", "not-an-option")]
    [InlineData("tinh", "tỉnh", "not-an-option")]
    [InlineData("ngay", "13/13/2026", "unreadable")]
    [InlineData("ngay", "31/02/2026", "unreadable")]
    public async Task That_could_mean_two_things_or_none_is_marked(string field, string typed, string rule) =>
        (await Typed(field, (file, at) => file.Type(at, typed))).Rule.ShouldBe(rule);

    [Theory]
    [InlineData("so", "1234", 0, "1234")]
    [InlineData("le", "0.30000000000000004", 0, "0.3")]
    [InlineData("le", "1E-3", 0, "0.001")]
    [InlineData("ty_le", "0.45", 10, "45")]
    [InlineData("ty_le", "45", 0, "45")]
    [InlineData("ngay", "46115", 14, "\"2026-04-03\"")]
    [InlineData("ngay", "46115.75", 22, "\"2026-04-03\"")]
    [InlineData("ma", "123", 0, "\"123\"")]
    public async Task With_a_number_is_read_by_its_format(string field, string number, int format, string json) =>
        (await Typed(field, (file, at) => file.TypeNumber(at, number, format))).Json.ShouldBe(json);

    [Theory]
    [InlineData("so", "46115", 14, "date-in-number")]
    [InlineData("ma", "46024", 16, "date-in-text")]
    [InlineData("ma", "1100108628127863", 0, "too-many-digits")]
    [InlineData("tien", "1E+15", 0, "too-many-digits")]
    [InlineData("ngay", "2018", 0, "unreadable")]
    [InlineData("ngay", "60", 14, "unreadable")]
    [InlineData("co", "1", 0, "unreadable")]
    [InlineData("so", "NaN", 0, "error-value")]
    public async Task That_a_program_has_altered_is_marked(string field, string number, int format, string rule) =>
        (await Typed(field, (file, at) => file.TypeNumber(at, number, format))).Rule.ShouldBe(rule);

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    public async Task With_an_error_is_marked_and_says_nothing(string error)
    {
        foreach (var field in new[] { "so", "ma", "ngay", "co", "chon", "bai" })
        {
            var read = await Typed(field, (file, at) => file.Fill(at, "e", new XElement(Main + "v", error)));

            read.Rule.ShouldBe("error-value");
            read.Json.ShouldBe("");
        }
    }

    [Fact]
    public async Task With_a_formula_that_nobody_calculated_is_marked_and_is_not_zero()
    {
        var read = await Typed("so", (file, at) => file.Fill(at, null, new XElement(Main + "f", "1+1")));

        read.Rule.ShouldBe("formula-uncalculated");
        read.Json.ShouldBe("");
    }

    [Fact]
    public async Task With_a_calculated_formula_is_its_value() => (await Typed("so", (file, at) => file.Fill(
        at, null, new XElement(Main + "f", "1+1"), new XElement(Main + "v", "2")))).Json.ShouldBe("2");

    [Fact]
    public async Task With_a_formula_that_comes_to_an_empty_text_is_blank() => (await Typed("so", (file, at) => file.Fill(
        at, "str", new XElement(Main + "f", "\"\""), new XElement(Main + "v", "")))).Json.ShouldBe("null");

    [Fact]
    public async Task With_a_truth_says_yes_or_no() =>
        (await Typed("co", (file, at) => file.Fill(at, "b", new XElement(Main + "v", "1")))).Json.ShouldBe("true");

    [Fact]
    public async Task In_rich_text_is_read_without_its_pronunciation() => (await Typed("ma", (file, at) => file.Fill(
        at, "inlineStr", XElement.Parse(
            $"<is xmlns='{Main}'><r><t>Đắk </t></r><r><rPr><b/></rPr><t>Lắk</t></r><rPh sb='0' eb='1'><t>xx</t></rPh></is>"))))
        .Json.ShouldContain("k L");

    [Fact]
    public async Task With_a_day_counted_from_1904_is_that_day() => (await Typed("ngay", (file, at) =>
    {
        file.Workbook.AddFirst(new XElement(Main + "workbookPr", new XAttribute("date1904", 1)));
        file.TypeNumber(at, "44653", 14);
    })).Json.ShouldBe("\"2026-04-03\"");

    [Fact]
    public async Task Joined_with_the_one_above_is_marked() => (await Typed("tien", (file, at) => file.Sheet(at.Sheet)
        .Element(Main + "sheetProtection")!.AddAfterSelf(new XElement(
            Main + "mergeCells", new XElement(Main + "mergeCell", new XAttribute("ref", "C4:C6")))))).Rule.ShouldBe("cell-merged");

    /// <summary>What is read after a change to the cell of a field: the answer as JSON, or the one rule that it breaks, there.</summary>
    private static async Task<(string Json, string Rule)> Typed(string field, Action<AFile, (string Sheet, string Cell)> change)
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        var at = file.PlaceOf($"vks_a__{field}");
        change(file, at);
        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);
        if (content.Faults.Count > 0)
        {
            content.Faults.Where(fault => fault.Place!.Cell == at.Cell && fault.Place.Sheet == at.Sheet).ShouldHaveSingleItem();
        }

        var answers = content.Sent["answers"]!.AsObject();
        return (
            answers.TryGetPropertyValue(field, out var answer) ? answer?.ToJsonString() ?? "null" : "",
            content.Faults.FirstOrDefault(fault => fault.Pointer == $"/answers/{field}")?.Rule ?? "");
    }
}
