using System.Xml.Linq;
using VksServerless.Figures;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

public class Moving_things
{
    private static readonly XNamespace Main = AFile.Main;
    private readonly Answers _answers = new SampleAnswers(11).Of(AForm.AllKinds);

    [Fact]
    public async Task Rows_that_are_inserted_shift_the_answers_along() =>
        await Same(file =>
        {
            file.InsertRow("Phần I", 6);
            file.InsertRow("Phần III", 2);
            file.InsertRow("Phần III", 8);
        });

    [Fact]
    public async Task Columns_that_are_inserted_or_moved_take_their_answers_along() =>
        await Same(file =>
        {
            file.InsertColumn("Phần I", 2);
            file.SwapColumns("Phần III", 1, 2);
            file.InsertColumn("Phần III", 3);
        });

    [Fact]
    public async Task Sheets_that_are_renamed_are_found_and_named_as_they_are_now()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        file.Rename("Phần I", "Của chị Hoa's");

        (await Samples.Sent(file.Bytes(), AForm.AllKinds)).ShouldBe(Samples.Json(_answers));
        (await Samples.Content(file.Bytes(), AForm.AllKinds)).PlaceOf("/answers/so")!.ToString().ShouldBe("Của chị Hoa's, ô C4");
    }

    [Fact]
    public async Task Hidden_rows_count_like_others() =>
        await Same(file => file.Sheet("Phần III").Descendants(Main + "row").ToList().ForEach(row => row.SetAttributeValue("hidden", 1)));

    [Fact]
    public async Task A_copied_sheet_changes_nothing() => await Same(file => file.Workbook.Element(Main + "definedNames")!.Add(new XElement(
        Main + "definedName", new XAttribute("name", "vks_a__so"), new XAttribute("localSheetId", 0), "'Hướng dẫn'!$A$1")));

    [Fact]
    public async Task Formats_and_checks_that_a_foreign_block_has_replaced_do_not_change_what_is_read()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        foreach (var sheet in new[] { "Phần I", "Phần III" })
        {
            file.Sheet(sheet).Element(Main + "dataValidations")!.Remove();
            file.Sheet(sheet).Descendants(Main + "c").Attributes("s").Where(style => style.Value != "0").Remove();
        }

        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);
        content.Faults.Count.ShouldBeGreaterThan(0);
        content.Faults.ShouldAllBe(fault => fault.Pointer.Contains("/ngay", StringComparison.Ordinal) && fault.Rule == "unreadable");
        content.Sent["answers"]!["so"]!.GetValue<decimal>().ShouldBe(((Answer.Number)_answers.ByField["so"]).Value);
    }

    [Fact]
    public async Task Columns_whose_values_were_copied_over_one_another_are_named_not_guessed()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        var (one, other) = (file.Cell("Phần III", "A5"), file.Cell("Phần III", "B5"));
        var (left, right) = (one.Elements().ToList(), other.Elements().ToList());
        one.ReplaceNodes(right);
        other.ReplaceNodes(left);
        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);

        content.Faults.Select(fault => (fault.Rule, fault.Place!.Cell)).ShouldBe([("column-renamed", "A5"), ("column-renamed", "B5")]);
        content.Sent["answers"]!.AsObject().ContainsKey("rieng").ShouldBeFalse();
    }

    [Fact]
    public async Task A_column_that_was_removed_is_named_in_words()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        file.Named("vks_c__rieng__so").Value = "'Phần III'!#REF!";
        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);

        content.Faults.ShouldHaveSingleItem().Message.ShouldContain("\"Số lượng\"");
        content.Sent["answers"]!.AsObject().ContainsKey("rieng").ShouldBeFalse();
    }

    [Fact]
    public async Task A_cell_that_was_removed_is_named_in_words()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        file.Named("vks_a__so").Remove();
        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);

        content.Faults.ShouldHaveSingleItem().Message.ShouldContain("\"Chỉ tiêu so\"");
        content.Sent["answers"]!.AsObject().ContainsKey("so").ShouldBeFalse();
    }

    [Fact]
    public async Task Rows_of_fields_that_were_sorted_are_refused_where_they_no_longer_fit()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        file.Move("Phần I", (row, column) => (row == 4 ? 5 : row == 5 ? 4 : row, column));
        file.Named("vks_a__so").Value = "'Phần I'!$C$4";
        file.Named("vks_a__le").Value = "'Phần I'!$C$5";
        var faults = (await Samples.Content(file.Bytes(), AForm.AllKinds)).Faults;

        faults.Select(fault => (fault.Rule, fault.Place!.Cell)).ShouldBe([("row-moved", "C4"), ("row-moved", "C5")]);
    }

    [Fact]
    public async Task Cells_of_a_column_that_were_joined_say_the_same_in_each_row()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        file.Type(("Phần III", "A6"), "Phòng 1");
        file.TypeNumber(("Phần III", "B6"), "1");
        file.TypeNumber(("Phần III", "B7"), "2");
        file.Sheet("Phần III").Element(Main + "autoFilter")!.AddAfterSelf(
            new XElement(Main + "mergeCells", new XElement(Main + "mergeCell", new XAttribute("ref", "A6:A9"))));
        var rows = (await Samples.Content(file.Bytes(), AForm.AllKinds)).Sent["answers"]!["rieng"]!.AsArray();

        rows.Select(row => row!["ma"]!.GetValue<string>()).ShouldBe(["Phòng 1", "Phòng 1"]);
    }

    private async Task Same(Action<AFile> change)
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, _answers));
        change(file);

        (await Samples.Sent(file.Bytes(), AForm.AllKinds)).ShouldBe(Samples.Json(_answers));
    }
}
