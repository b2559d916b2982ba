using System.Globalization;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Office;

/// <summary>Needs soffice on the path.</summary>
public class Saved_by_LibreOffice
{
    private static readonly XNamespace Main = AFile.Main;

    [Theory]
    [InlineData("moi-loai@1")]
    [InlineData("ra-soat-phan-mem@2")]
    [InlineData("tien-do-chuyen-doi-so@2")]
    public async Task A_workbook_says_the_same(string name)
    {
        var form = Samples.FormOf(name);
        var answers = new SampleAnswers(21).Of(form);

        (await Samples.Sent(await AnOffice.Save(await Samples.Write(Samples.Report(form, answers))), form)).ShouldBe(Samples.Json(answers));
    }

    [Theory]
    [InlineData("an-hinh-su-nam@2")]
    [InlineData("chi-so-ung-dung-cntt@1")]
    [InlineData("ra-soat-phan-mem@2")]
    [InlineData("tien-do-chuyen-doi-so@2")]
    [InlineData("kho-khan-vuong-mac@1")]
    public async Task Calculated_figures_are_those_of_the_system(string name)
    {
        var form = Samples.FormOf(name);
        var answers = new SampleAnswers(31).Of(form);
        var written = await AFile.Of(Samples.Report(form, answers));
        var saved = new AFile(await AnOffice.Save(Recalculated(written).Bytes()));
        var right = ReportCalculation.Derive(form, form.Fields.Select(field => field.Code).ToHashSet(), answers, Background.None);
        var formulas = FormLogic.Of(form).Derived.Select(derived => (derived.Field, Formula: FormulaOf(written, derived.Field)))
            .Where(derived => derived.Formula.Length > 0).ToList();

        formulas.Count.ShouldBeGreaterThan(5);
        formulas.ShouldAllBe(derived => Shown(saved, derived.Field) == Expected(right[derived.Field.Code]));
    }

    [Fact]
    public async Task A_marked_workbook_keeps_its_marks_until_the_next_round()
    {
        var bytes = await Samples.Write(Samples.Report(AForm.AllKinds, new SampleAnswers(6).Of(AForm.AllKinds)));
        var fault = new WorkbookFault(new WorkbookPlace("Phần I", "C5"), "/answers/le", "unreadable", "Ghi số.");
        var saved = await AnOffice.Save(Samples.Mark(bytes, fault));

        new AFile(saved).Marks().ShouldBe(["Phần I C5: ⚠ Cần sửa: Ghi số."]);
        var again = new AFile(Samples.Mark(saved, fault with { Place = new WorkbookPlace("Phần I", "C6") }));
        again.Marks().ShouldBe(["Phần I C6: ⚠ Cần sửa: Ghi số."]);
        again.SheetNames.Count(sheet => sheet.StartsWith("Lỗi", StringComparison.Ordinal)).ShouldBe(1);
        (await Samples.Sent(Samples.Mark(saved), AForm.AllKinds)).ShouldBe(await Samples.Sent(bytes, AForm.AllKinds));
    }

    [Fact]
    public async Task A_list_of_all_provinces_still_works()
    {
        var saved = new AFile(await AnOffice.Save(await Samples.Write(Samples.Report(AForm.AllKinds))));
        var provinces = saved.Sheet("Phần I").Descendants(Main + "dataValidation")
            .Single(check => check.Attribute("sqref")!.Value == saved.PlaceOf("vks_a__tinh").Cell);

        provinces.Attribute("type")!.Value.ShouldBe("list");
        provinces.Element(Main + "formula1")!.Value.ShouldStartWith("vks_l__");
    }

    /// <summary>Without what was calculated when it was written, so that it has to be calculated there.</summary>
    private static AFile Recalculated(AFile file)
    {
        foreach (var cell in file.SheetNames.SelectMany(name => file.Sheet(name).Descendants(Main + "c"))
            .Where(cell => cell.Element(Main + "f") is not null))
        {
            cell.Element(Main + "v")!.Remove();
            cell.SetAttributeValue("t", null);
        }

        return file;
    }

    private static string FormulaOf(AFile file, Field field)
    {
        var (sheet, cell) = file.PlaceOf($"vks_a__{field.Code}");
        return file.Cell(sheet, cell).Element(Main + "f")?.Value ?? "";
    }

    private static string Shown(AFile file, Field field)
    {
        var (sheet, cell) = file.PlaceOf($"vks_a__{field.Code}");
        var (type, value) = (file.Cell(sheet, cell).Attribute("t")?.Value, file.Cell(sheet, cell).Element(Main + "v")?.Value ?? "");
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
