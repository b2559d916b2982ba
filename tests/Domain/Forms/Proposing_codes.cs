using VksServerless.Forms;

namespace VksServerless.Tests.Forms;

public class Proposing_codes
{
    [Theory]
    [InlineData("Số vụ mới thụ lý", "so_vu_moi_thu_ly")]
    [InlineData("  Tỷ lệ (%) đúng hạn ", "ty_le_dung_han")]
    [InlineData("10 năm", "muc_10_nam")]
    [InlineData("???", "muc")]
    [InlineData("Max", "max_2")]
    [InlineData("Tổng số vụ án hình sự mới khởi tố trong kỳ báo cáo", "tong_so_vu_an_hinh_su_moi_khoi_to_trong")]
    public void For_a_part_takes_its_words_without_accents(string label, string code) =>
        CodeProposal.ForPart(label, []).ShouldBe(code);

    [Fact]
    public void Avoids_those_that_are_taken() => CodeProposal.ForPart("Số máy", ["so_may", "so_may_2"]).ShouldBe("so_may_3");

    [Theory]
    [InlineData("Thống kê án hình sự: tháng", "thong-ke-an-hinh-su-thang")]
    [InlineData("10 năm", "10-nam")]
    [InlineData("…", "")]
    public void For_a_form_parts_them_by_hyphens(string title, string code) => CodeProposal.ForForm(title).ShouldBe(code);

    [Fact]
    public void Gives_codes_that_a_form_may_have()
    {
        foreach (var form in FormCatalogue.Shipped.Forms)
        {
            foreach (var label in form.Fields.Select(field => field.Label))
            {
                var field = new FormDefinition.FieldPart(CodeProposal.ForPart(label, []), label, new FieldType.Text());
                new FormDefinition(CodeProposal.ForForm(form.Title), 1, "A", [new("a", "I", "A", [field])]).Check().Refused
                    .ShouldBeFalse(label);
            }
        }
    }
}
