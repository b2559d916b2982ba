using System.Globalization;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Office;

/// <summary>Needs soffice on the path.</summary>
public class Saved_by_LibreOffice(SavedBooks books) : IClassFixture<SavedBooks>
{
    private static readonly XNamespace Main = AFile.Main;

    public static TheoryData<string> Filled => [.. SavedBooks.Filled];

    public static TheoryData<string> Calculated => [.. SavedBooks.Calculated];

    [Theory, MemberData(nameof(Filled))]
    public async Task A_workbook_says_the_same(string form) =>
        (await Samples.Sent(books[form], Samples.FormOf(form))).ShouldBe(Samples.Json(SavedBooks.AnswersOf(form)));

    [Theory, MemberData(nameof(Calculated))]
    public void Figures_that_it_calculates_are_those_of_the_system(string form) => ShouldBeRight(form, new AFile(books[$"calculate-{form}"]));

    [Theory, MemberData(nameof(Calculated))]
    public void Figures_that_nobody_touched_are_those_of_the_system(string form) => ShouldBeRight(form, new AFile(books[form]));

    [Theory, MemberData(nameof(Calculated))]
    public void Figures_that_were_never_opened_are_those_of_the_system(string form) => ShouldBeRight(form, new AFile(books.Written[form]));

    [Fact]
    public async Task A_marked_workbook_keeps_its_marks_until_the_next_round()
    {
        var again = new AFile(Samples.Mark(books["marked"], SavedBooks.Fault with { Place = new WorkbookPlace("Phần I", "C6") }));

        new AFile(books["marked"]).Marks().ShouldBe(["Phần I C5: ⚠ Cần sửa: Ghi số."]);
        again.Marks().ShouldBe(["Phần I C6: ⚠ Cần sửa: Ghi số."]);
        again.SheetNames.Count(sheet => sheet.StartsWith("Lỗi", StringComparison.Ordinal)).ShouldBe(1);
        (await Samples.Sent(Samples.Mark(books["marked"]), AForm.AllKinds)).ShouldBe(Samples.Json(SavedBooks.AnswersOf(SavedBooks.Filled[0])));
    }

    [Fact]
    public void A_list_of_all_provinces_still_works()
    {
        var saved = new AFile(books[SavedBooks.Filled[0]]);
        var provinces = saved.Sheet("Phần I").Descendants(Main + "dataValidation")
            .Single(check => check.Attribute("sqref")!.Value == saved.PlaceOf("vks_a__tinh").Cell);

        provinces.Attribute("type")!.Value.ShouldBe("list");
        provinces.Element(Main + "formula1")!.Value.ShouldStartWith("vks_l__");
    }

    private void ShouldBeRight(string name, AFile saved)
    {
        var (form, written) = (Samples.FormOf(name), new AFile(books.Written[name]));
        var right = ReportCalculation.Derive(
            form, form.Fields.Select(field => field.Code).ToHashSet(), SavedBooks.AnswersOf(name), Background.None);
        var live = FormLogic.Of(form).Derived.Select(derived => derived.Field)
            .Where(field => CellOf(written, field).Element(Main + "f") is not null).ToList();

        live.Count.ShouldBeGreaterThan(5);
        foreach (var field in live)
        {
            Shown(CellOf(saved, field)).ShouldBe(Expected(right[field.Code]), CellOf(written, field).Element(Main + "f")!.Value);
        }
    }

    private static XElement CellOf(AFile file, Field field)
    {
        var (sheet, cell) = file.PlaceOf($"vks_a__{field.Code}");
        return file.Cell(sheet, cell);
    }

    private static string Shown(XElement cell)
    {
        var (type, value) = (cell.Attribute("t")?.Value, cell.Element(Main + "v")?.Value ?? "");
        return type is null or "n" && value.Length > 0
            ? Exact.Normalise((decimal)double.Parse(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)
            : value;
    }

    private static string Expected(Answer? answer) => answer switch
    {
        Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Answer.YesNo yesNo => yesNo.Value ? "Có" : "Không",
        _ => "",
    };
}
