using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Marking;

public class Marking_faults
{
    private static readonly XNamespace Main = AFile.Main;

    private static readonly WorkbookFault[] Two =
    [
        new(new WorkbookPlace("Phần I", "C5"), "/answers/le", "unreadable", "Ghi số."),
        new(new WorkbookPlace("Phần III", "B6"), "/answers/rieng/0/so", "out-of-range", "Từ 0 đến 9."),
    ];

    private readonly Answers _answers = new SampleAnswers(6).Of(AForm.AllKinds);

    [Fact]
    public async Task Colours_each_cell_and_notes_what_to_do()
    {
        var marked = new AFile(Samples.Mark(await Samples.Write(Samples.Report(AForm.AllKinds, _answers)), Two));

        marked.Marks().ShouldBe(["Phần I C5: ⚠ Cần sửa: Ghi số.", "Phần III B6: ⚠ Cần sửa: Từ 0 đến 9."]);
        Standard.Errors(marked.Bytes()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_them_on_a_first_sheet_that_leads_to_each()
    {
        var marked = new AFile(Samples.Mark(await Samples.Write(Samples.Report(AForm.AllKinds, _answers)), Two));

        marked.SheetNames[0].ShouldBe("Lỗi cần sửa");
        var sheet = marked.Sheet("Lỗi cần sửa");
        sheet.Descendants(Main + "hyperlink").Select(link => link.Attribute("location")!.Value).ShouldBe(["'Phần I'!C5", "'Phần III'!B6"]);
        sheet.Descendants(Main + "t").Select(text => text.Value).ShouldContain("Từ 0 đến 9.");
        marked.SheetNames.SelectMany(name => marked.Sheet(name).Descendants(Main + "sheetView"))
            .Count(view => view.Attribute("tabSelected")?.Value == "1").ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_answers_checks_and_lists_as_they_were()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds, _answers));
        var (before, after) = (new AFile(bytes), new AFile(Samples.Mark(Samples.Mark(bytes, Two), Two[..1])));

        (await Samples.Sent(after.Bytes(), AForm.AllKinds)).ShouldBe(Samples.Json(_answers));
        foreach (var name in before.SheetNames)
        {
            Checks(after, name).ShouldBe(Checks(before, name));
        }
    }

    [Fact]
    public async Task Removes_the_marks_of_an_earlier_round()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds, _answers));
        var again = new AFile(Samples.Mark(Samples.Mark(bytes, Two), Two[1]));
        var clean = new AFile(Samples.Mark(again.Bytes()));

        again.Marks().ShouldBe(["Phần III B6: ⚠ Cần sửa: Từ 0 đến 9."]);
        again.SheetNames.Count(name => name.StartsWith("Lỗi", StringComparison.Ordinal)).ShouldBe(1);
        Standard.Errors(again.Bytes()).ShouldBeEmpty();
        clean.Marks().ShouldBeEmpty();
        clean.SheetNames.ShouldBe(new AFile(bytes).SheetNames);
        Standard.Errors(clean.Bytes()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Twice_is_as_once()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds, _answers));

        new AFile(Samples.Mark(Samples.Mark(bytes, Two), Two)).Marks().ShouldBe(new AFile(Samples.Mark(bytes, Two)).Marks());
    }

    [Fact]
    public async Task Keeps_the_notes_of_the_user()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        Noting.Add(file, "Phần I", ("C5", "hỏi lại anh Nam"), ("D9", "xem công văn 12"));
        var marked = new AFile(Samples.Mark(file.Bytes(), Two));
        var clean = new AFile(Samples.Mark(marked.Bytes()));

        marked.Notes("Phần I").ShouldBe(["C5: hỏi lại anh Nam\n⚠ Cần sửa: Ghi số.", "D9: xem công văn 12"]);
        Standard.Errors(marked.Bytes()).ShouldBeEmpty();
        clean.Notes("Phần I").ShouldBe(["C5: hỏi lại anh Nam", "D9: xem công văn 12"]);
    }

    [Fact]
    public async Task Of_the_same_cell_says_them_all_in_one_note()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds));

        new AFile(Samples.Mark(bytes, Two[0], Two[0] with { Message = "Và lớn hơn 0." })).Marks()
            .ShouldBe(["Phần I C5: ⚠ Cần sửa: Ghi số.\nVà lớn hơn 0."]);
    }

    [Fact]
    public async Task Without_a_place_are_listed_without_a_link()
    {
        var lost = Two[0] with { Place = null, Message = "Cột đã mất." };
        var marked = new AFile(Samples.Mark(await Samples.Write(Samples.Report(AForm.AllKinds)), lost));

        marked.Sheet("Lỗi cần sửa").Descendants(Main + "t").Select(text => text.Value).ShouldContain("Cột đã mất.");
        marked.Marks().ShouldBeEmpty();
        Standard.Errors(marked.Bytes()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_nothing_that_a_spreadsheet_would_run()
    {
        var marked = new AFile(Samples.Mark(
            await Samples.Write(Samples.Report(AForm.AllKinds)), Two[0] with { Message = "=HYPERLINK(\"https://evil.example\")" }));

        marked.Sheet("Lỗi cần sửa").Descendants(Main + "f").ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_print_titles_at_their_sheets()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds));
        var (before, after) = (new AFile(bytes), new AFile(Samples.Mark(Samples.Mark(bytes, Two), Two)));

        Titles(after).ShouldBe(Titles(before));
    }

    private static string Checks(AFile file, string sheet) =>
        file.Sheet(sheet).Element(Main + "dataValidations")?.ToString(SaveOptions.DisableFormatting) ?? "";

    private static List<string> Titles(AFile file) =>
    [
        .. file.Workbook.Descendants(Main + "definedName").Where(name => name.Attribute("localSheetId") is not null)
            .Select(name => $"{file.SheetNames[(int)name.Attribute("localSheetId")!]}: {name.Value}"),
    ];
}
