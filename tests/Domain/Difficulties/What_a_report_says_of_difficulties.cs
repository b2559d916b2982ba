using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Difficulties;

public class What_a_report_says_of_difficulties
{
    private static readonly FieldType.Table Table = new(
    [
        new Column(
            "linh_vuc", "Lĩnh vực",
            new FieldType.Choice([new Option("nhan_luc", "Nhân lực, đào tạo"), new Option("pm_thong_ke", "Phần mềm")])),
        new Column("noi_dung", "Nội dung", new FieldType.Text(), Required: true),
        new Column("so_may", "Số máy", new FieldType.Integer(), Measure: "máy"),
        new Column("tu_ngay", "Từ ngày", new FieldType.Date()),
        new Column("cap_bach", "Cấp bách", new FieldType.YesNo()),
    ]);

    [Fact]
    public void Of_an_edited_row_is_said_of_the_difficulty_that_the_row_made()
    {
        var (first, second, third) = (Standing("Thiếu máy chủ", "Một máy"), Standing("Thiếu cán bộ"), Standing("Mất điện"));

        Matched([first, second, third], ("Mất điện", ""), ("Thiếu máy chủ", "Hai máy"), ("Thiếu cán bộ tin học", ""))
            .ShouldBe([third.Id, first.Id, second.Id]);
        Matched([first, second], ("Mạng chậm", ""), ("Máy in hỏng", "")).ShouldBe([null, null], "nobody can say which is which");
        Matched([first, second], ("Thiếu máy chủ", "Một máy"), ("Thiếu cán bộ", ""), ("Mất điện", ""))
            .ShouldBe([first.Id, second.Id, null]);
    }

    [Fact]
    public void In_other_words_than_a_closed_one_is_a_new_one()
    {
        var closed = Standing("Thiếu máy chủ", "Một máy").CloseByCentre("Đã cấp.", ADifficulty.Centre, ADifficulty.Start).Value;

        Matched([closed], ("Thiếu máy chủ", "Hai máy")).ShouldBe([null]);
        Matched([closed], ("Thiếu máy chủ", "Một máy")).ShouldBe([closed.Id]);
        closed.Reword(ADifficulty.Words("Khác"), 2, ADifficulty.Reporter, ADifficulty.Start).Refusal
            .ShouldBe(DifficultyRefusals.ClosedAlready);
    }

    [Fact]
    public void In_other_words_stays_with_whoever_is_to_answer_and_on_record()
    {
        var reworded = ADifficulty.Assigned.Reword(ADifficulty.Words("Không đăng nhập được"), 3, ADifficulty.Reporter, ADifficulty.Start)
            .Value;

        (reworded.State, reworded.Assignment?.To, reworded.DueAt, reworded.Title, reworded.SaidIn).ShouldBe(
            (DifficultyState.Assigned, ADifficulty.Department, ADifficulty.Assigned.DueAt, "Không đăng nhập được", 3));
        reworded.History[^1].Text.ShouldBe("Trước khi sửa (báo cáo bản 3): Không đăng nhập được phần mềm\nĐã thử trên hai máy.");
    }

    private static Difficulty Standing(string title, string text = "") => Difficulty.Raise(
        DifficultyId.From(PersonId.Of("r"), title), ADifficulty.District,
        new DifficultySource(CycleId.From(PersonId.Of("c"), "key-0001"), FieldCode.Of("vuong_mac"), 1), ADifficulty.Words(title, text),
        ADifficulty.Reporter, ADifficulty.Start);

    private static IEnumerable<DifficultyId?> Matched(Difficulty[] standing, params (string Title, string Text)[] said) =>
        ReportedDifficulties.Match(
            [.. said.Select(row => new FromReport(FieldCode.Of("vuong_mac"), ADifficulty.Words(row.Title, row.Text)))], standing)
            .Select(pair => pair.Stands?.Id);

    [Fact]
    public void Is_each_row_of_a_table_by_its_first_text_with_the_other_cells_below()
    {
        var row = new Dictionary<string, Answer>
        {
            ["linh_vuc"] = new Answer.Choice("nhan_luc"),
            ["noi_dung"] = new Answer.Words("Thiếu cán bộ tin học"),
            ["so_may"] = new Answer.Number(1200),
            ["tu_ngay"] = new Answer.Day(new DateOnly(2018, 7, 20)),
            ["cap_bach"] = new Answer.YesNo(true),
        };

        var said = Of(Field("vuong_mac", Table), new Answer.Rows([row])).ShouldHaveSingleItem();

        ($"{said.Field}", said.Words.Area, said.Words.Title).ShouldBe(("vuong_mac", DifficultyArea.Staff, "Thiếu cán bộ tin học"));
        said.Words.Text.ShouldBe("Lĩnh vực: Nhân lực, đào tạo\nSố máy: 1.200 máy\nTừ ngày: 20/07/2018\nCấp bách: Có");
    }

    [Fact]
    public void Has_an_area_for_every_one_that_the_shipped_form_asks_for()
    {
        var table = FormCatalogue.Shipped.Find(new FormRef("kho-khan-vuong-mac", 1))!.Fields.Single(field => field.Desk);
        var areas = ((FieldType.Choice)((FieldType.Table)table.Type).Columns.Single(column => column.Code == "linh_vuc").Type).Options;

        foreach (var option in areas)
        {
            var row = new Dictionary<string,
            Answer>
            { ["linh_vuc"] = new Answer.Choice(option.Code), ["tieu_de"] = new Answer.Words("Thiếu máy") };
            var said = Of(table, new Answer.Rows([row])).ShouldHaveSingleItem();
            (said.Words.Title, said.Words.Area == DifficultyArea.Other).ShouldBe(("Thiếu máy", option.Code == "khac"), option.Code);
        }
    }

    [Fact]
    public void Is_a_text_by_its_first_line()
    {
        var said = Of(Field("kho_khan", new FieldType.Narrative()), new Answer.Words("Đường truyền chậm\nNhất là buổi sáng."))
            .ShouldHaveSingleItem();
        (said.Words.Title, said.Words.Text).ShouldBe(("Đường truyền chậm", "Đường truyền chậm\nNhất là buổi sáng."));

        Of(Field("kho_khan", new FieldType.Narrative()), new Answer.Words("Đường truyền chậm")).ShouldHaveSingleItem()
            .Words.Text.ShouldBeEmpty();
    }

    [Fact]
    public void Is_cut_to_what_a_difficulty_holds_between_whole_characters()
    {
        var said = Of(Field("kho_khan", new FieldType.Narrative()), new Answer.Words(new string('a', 298) + "\U0001F600\U0001F600 hết"))
            .ShouldHaveSingleItem();
        said.Words.Title.ShouldBe(new string('a', 298) + "…");
        said.Words.Text.ShouldEndWith(" hết");
    }

    [Fact]
    public void Is_nothing_where_the_form_does_not_say_so_or_the_unit_does_not()
    {
        Of(Field("khac", new FieldType.Narrative()) with { Desk = false }, new Answer.Words("Khó khăn")).ShouldBeEmpty();
        Of(Field("kho_khan", new FieldType.Narrative()), null).ShouldBeEmpty();
        Of(Field("vuong_mac", Table), new Answer.NotApplicable()).ShouldBeEmpty();
        Of(Field("vuong_mac", Table), new Answer.Rows([])).ShouldBeEmpty();
    }

    [Fact]
    public void Is_once_what_stands_in_two_rows_and_has_one_name_wherever_the_row_stands()
    {
        IReadOnlyDictionary<string, Answer> row = new Dictionary<string, Answer> { ["noi_dung"] = new Answer.Words("Thiếu máy") };
        IReadOnlyDictionary<string, Answer> other = new Dictionary<string, Answer> { ["noi_dung"] = new Answer.Words("Thiếu người") };

        Of(Field("vuong_mac", Table), new Answer.Rows([row, other, row])).Select(said => said.Words.Title)
            .ShouldBe(["Thiếu máy", "Thiếu người"]);
        NameOf("vuong_mac", "Thiếu máy").ShouldBe(NameOf("vuong_mac", "Thiếu máy"));
        new[] {
            NameOf("vuong_mac", "Thiếu máy"), NameOf("khac", "Thiếu máy"), NameOf("vuong_mac", "Thiếu người"),
            NameOf("vuong_mac", "Thiếu", "máy") }.ShouldBeUnique();

        DifficultyId NameOf(string field, string title, string text = "") =>
            DifficultyId.From(CycleId.From(PersonId.Of("p"), "cycle"), UnitCode.Of("T84"), FieldCode.Of(field), title, text);
    }

    private static Field Field(string code, FieldType type) =>
        new(FieldCode.Of(code), "Khó khăn, vướng mắc", "", false, type, "", AggregationMethod.None) { Desk = true };

    private static IReadOnlyList<FromReport> Of(Field field, Answer? answer) => FromReport.Of(
        new Form("kho-khan", 1, "Khó khăn", [new Section("a", "I", "Khó khăn", "", Audience.Everyone, [field])]),
        ReportContent.Empty with
        {
            Answers = answer is null ? Answers.None : new Answers(new Dictionary<string, Answer> { [$"{field.Code}"] = answer }),
        });
}
