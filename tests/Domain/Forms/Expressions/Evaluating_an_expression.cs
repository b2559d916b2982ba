using System.Globalization;

namespace VksServerless.Tests.Forms.Expressions;

public class Evaluating_an_expression
{
    private static readonly Answered _unit = new()
    {
        Fields = new()
        {
            ["ton_dau"] = 40,
            ["moi"] = 25,
            ["giai_quyet"] = 30,
            ["ton_cuoi"] = 35,
            ["da_ky"] = true,
            ["trang_thai"] = "dang",
            ["ghi_chu"] = 'x',
        },
        Table =
        [
            new() { ["ten"] = 'x', ["nguoi_dung"] = 12, ["chi_phi"] = 0.1m, ["dung"] = true, ["huong"] = "giu" },
            new() { ["nguoi_dung"] = 700, ["chi_phi"] = 0.2m, ["huong"] = "thay" },
            new() { ["chi_phi"] = 5m, ["dung"] = false },
        ],
        Before = new() { ["moi"] = 20 },
        Months = new() { ["moi"] = 24 },
        Scores = new() { ["moi"] = -4.1m },
        Subordinate = new() { ["moi"] = new(90, 3, 10, 50) },
    };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 - 2 - 1", "4")]
    [InlineData("12 / 2 / 3", "2")]
    [InlineData("-2 * -3", "6")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1 / 8 + 0.875", "1")]
    [InlineData("100 * giai_quyet / (ton_dau + moi)", "46.153846153846153846153846154")]
    [InlineData("ton_dau + ty_le", "")]
    [InlineData("moi / (ton_dau - 40)", "")]
    [InlineData("9999999999999999999999999999 * 9999999999999999999999999999", "")]
    [InlineData("0 * ty_le", "")]
    [InlineData("abs(moi - ton_dau)", "15")]
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("round(-2.5, 0)", "-3")]
    [InlineData("round(1.000, 6)", "1")]
    [InlineData("coalesce(ty_le, 0)", "0")]
    [InlineData("coalesce(1 / 0, moi)", "25")]
    [InlineData("if(moi > 20, 1, 1 / 0)", "1")]
    [InlineData("if(ban_hanh, 1, 2)", "")]
    [InlineData("count(da_ky, ban_hanh, moi > 100, trang_thai = 'dang')", "2")]
    [InlineData("count(phan_mem)", "3")]
    [InlineData("count(phan_mem where dung)", "1")]
    [InlineData("count(phan_mem where not dung)", "1")]
    [InlineData("count(phan_mem where huong <> 'giu')", "1")]
    [InlineData("count(phan_mem where nguoi_dung > moi)", "1")]
    [InlineData("sum(phan_mem.chi_phi)", "5.3")]
    [InlineData("sum(phan_mem.nguoi_dung)", "712")]
    [InlineData("min(phan_mem.nguoi_dung where huong = 'thay')", "700")]
    [InlineData("max(phan_mem.nguoi_dung where false)", "")]
    [InlineData("sum(phan_mem.nguoi_dung where false)", "0")]
    [InlineData("sum(below.moi) + count(below.moi) + min(below.moi) + max(below.moi)", "153")]
    [InlineData("sum(below.ton_dau) + count(below.ton_dau)", "0")]
    [InlineData("min(below.ton_dau)", "")]
    [InlineData("100 * (moi - previous(moi)) / previous(moi)", "25")]
    [InlineData("previous(ton_dau)", "")]
    [InlineData("moi - parts(moi)", "1")]
    [InlineData("abs(peer_score(moi))", "4.1")]
    public void Gives_the_number(string text, string expected) =>
        string.Create(CultureInfo.InvariantCulture, $"{AForm.Reads(text).Evaluate(_unit).AsNumber}").ShouldBe(expected, text);

    [Theory]
    [InlineData("ton_dau + moi - giai_quyet = ton_cuoi", true)]
    [InlineData("ton_dau + moi - giai_quyet <> ton_cuoi", false)]
    [InlineData("ty_le <= 100", null)]
    [InlineData("ban_hanh and false", false)]
    [InlineData("ban_hanh and true", null)]
    [InlineData("ban_hanh or true", true)]
    [InlineData("ban_hanh or false", null)]
    [InlineData("not ban_hanh", null)]
    [InlineData("true or true and false", true)]
    [InlineData("not false or true", true)]
    [InlineData("not (false or true)", false)]
    [InlineData("not moi = 25", false)]
    [InlineData("trang_thai = 'dang'", true)]
    [InlineData("'xong' = trang_thai", false)]
    [InlineData("if(da_ky, trang_thai, 'chua') = 'dang'", true)]
    [InlineData("da_ky = ban_hanh", null)]
    [InlineData("da_ky = (not da_ky) or da_ky = (not false)", true)]
    [InlineData("blank(ty_le)", true)]
    [InlineData("blank(moi)", false)]
    [InlineData("blank(ghi_chu)", false)]
    [InlineData("blank(1 / 0)", true)]
    [InlineData("blank(ban_hanh and false)", false)]
    [InlineData("blank(ban_hanh or blank(ban_hanh))", false)]
    [InlineData("count(phan_mem where blank(ten)) = 2", true)]
    public void Gives_the_truth(string text, bool? expected) => AForm.Reads(text).Evaluate(_unit).AsTruth.ShouldBe(expected, text);

    [Fact]
    public void Writes_equal_numbers_alike() =>
        AForm.Reads("0.50 * 2.0").Evaluate(_unit).AsNumber!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe("1");

    [Fact]
    public void Asks_nothing_of_the_branch_that_is_not_taken()
    {
        var unit = new Answered { Fields = new() { ["da_ky"] = true } };

        AForm.Reads("if(da_ky, 1, ton_dau + moi + giai_quyet)").Evaluate(unit);

        unit.Questions.ShouldBe(1);
    }

    [Fact]
    public void Costs_at_most_its_parts_times_the_rows()
    {
        var unit = new Answered { Table = [.. Enumerable.Repeat(new Dictionary<string, object?>(), 200)] };

        AForm.Reads($"count(phan_mem where {string.Join(" and ", Enumerable.Repeat("da_ky", 149))})").Evaluate(unit);

        unit.Questions.ShouldBe(1 + (149 * 200));
    }
}
