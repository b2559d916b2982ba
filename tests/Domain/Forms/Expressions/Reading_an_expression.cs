using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

public class Reading_an_expression
{
    [Theory]
    [InlineData("", 1, "syntax", "hết biểu thức")]
    [InlineData("   ", 4, "syntax", "hết biểu thức")]
    [InlineData("ton_dau +", 10, "syntax", "hết biểu thức")]
    [InlineData("ton_dau + * 2", 11, "syntax", "“*”")]
    [InlineData("(moi", 5, "syntax", "“)”")]
    [InlineData("moi)", 4, "syntax", "“)”")]
    [InlineData("moi moi", 5, "syntax", "“moi”")]
    [InlineData("1.", 2, "syntax", "“.”")]
    [InlineData("2moi", 2, "syntax", "“moi”")]
    [InlineData("moi != 2", 5, "syntax", "“!”")]
    [InlineData("mới > 2", 2, "syntax", "“ớ”")]
    [InlineData("moi > \u0007", 7, "syntax", "U+0007")]
    [InlineData("trang_thai = 'xong", 14, "syntax", "dấu nháy")]
    [InlineData("1 < moi < 3", 9, "syntax", "and")]
    [InlineData("round(moi)", 10, "syntax", "“,”")]
    [InlineData("round(moi, 7)", 12, "syntax", "từ 0 đến 6")]
    [InlineData("round(moi, ty_le)", 12, "syntax", "từ 0 đến 6")]
    [InlineData("sum(moi)", 5, "syntax", "bảng.cột")]
    [InlineData("sum(phan_mem)", 13, "syntax", "“.”")]
    [InlineData("where > 1", 1, "syntax", "“where”")]
    [InlineData("previous(moi + 1)", 14, "syntax", "“)”")]
    [InlineData("moi + khong_co", 7, "unknown-name", "khong_co")]
    [InlineData("nguoi_dung > 1", 1, "unknown-name", "nguoi_dung")]
    [InlineData("sum(phan_mem.moi)", 14, "unknown-name", "moi")]
    [InlineData("previous(nguoi_dung)", 10, "unknown-name", "nguoi_dung")]
    [InlineData("moi + da_ky", 7, "wrong-type", "cần một số, nhưng đây là điều kiện")]
    [InlineData("moi and da_ky", 1, "wrong-type", "cần một điều kiện, nhưng đây là số")]
    [InlineData("moi = da_ky", 7, "wrong-type", "không so sánh được số với điều kiện")]
    [InlineData("moi = 'xong'", 7, "wrong-type", "không so sánh được số với lựa chọn")]
    [InlineData("da_ky < ban_hanh", 1, "wrong-type", "chỉ dùng = hoặc <>")]
    [InlineData("trang_thai > 'chua'", 1, "wrong-type", "chỉ dùng = hoặc <>")]
    [InlineData("ghi_chu = ghi_chu", 1, "wrong-type", "blank(…)")]
    [InlineData("phan_mem + 1", 1, "wrong-type", "bảng")]
    [InlineData("trang_thai", 1, "wrong-type", "cả biểu thức")]
    [InlineData("ghi_chu", 1, "wrong-type", "cả biểu thức")]
    [InlineData("if(da_ky, 1, true)", 14, "wrong-type", "cùng loại")]
    [InlineData("coalesce(ghi_chu, ghi_chu)", 19, "wrong-type", "cùng loại")]
    [InlineData("sum(phan_mem.dung)", 14, "wrong-type", "cần một số")]
    [InlineData("sum(below.ty_le)", 11, "wrong-type", "không được tổng hợp")]
    [InlineData("sum(below.da_ky)", 11, "wrong-type", "không phải là số")]
    [InlineData("peer_score(trang_thai)", 12, "wrong-type", "không phải là số")]
    [InlineData("da_ky and trang_thai = 'song'", 24, "unknown-option", "'chua', 'dang', 'xong'")]
    [InlineData("'song' <> trang_thai", 1, "unknown-option", "'chua', 'dang', 'xong'")]
    [InlineData("count(phan_mem where huong = trang_thai)", 30, "unknown-option", "không chung lựa chọn")]
    [InlineData("count(phan_mem where count(phan_mem) > 1)", 28, "too-complex", "where")]
    [InlineData("99999999999999999999999999999", 1, "too-long", "28 chữ số")]
    public void Tells_the_place_of_the_first_fault_and_what_belongs_there(string text, int column, string rule, string words)
    {
        var refusal = Expression.Parse(text, new AForm()).Refusal.ShouldNotBeNull();

        (refusal.Kind, refusal.Type).ShouldBe((RefusalKind.Invalid, "expression-invalid"));
        var error = refusal.Errors.ShouldHaveSingleItem();
        (error.Place, error.Rule).ShouldBe(($"column {column}", rule), error.Message);
        error.Message.ShouldStartWith($"Ký tự thứ {column}: ");
        error.Message.ShouldContain(words);
    }

    [Fact]
    public void Takes_2000_characters_and_no_more()
    {
        AForm.Reads("1".PadRight(2000)).Type.ShouldBe(ExpressionType.Number);
        Fault("1".PadRight(2001)).Rule.ShouldBe("too-long");
    }

    [Fact]
    public void Takes_300_parts_and_no_more()
    {
        AForm.Reads(string.Join("+", Enumerable.Repeat("1", 150))).Type.ShouldBe(ExpressionType.Number);
        AForm.Reads("-" + string.Join("+", Enumerable.Repeat("1", 150))).Type.ShouldBe(ExpressionType.Number);
        Fault("-" + string.Join("+", Enumerable.Repeat("1", 151))).Rule.ShouldBe("too-complex");
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "1", "")]
    [InlineData("not ", "true", "")]
    [InlineData("abs(", "1", ")")]
    [InlineData("if(true, 1, ", "1", ")")]
    public void Takes_40_levels_and_no_more(string open, string inner, string close)
    {
        string Nested(int times) => string.Concat([.. Enumerable.Repeat(open, times), inner, .. Enumerable.Repeat(close, times)]);

        Expression.Parse(Nested(40), new AForm()).Refused.ShouldBeFalse();
        Fault(Nested(41)).Rule.ShouldBe("too-complex");
        Fault(string.Concat(Enumerable.Repeat(open, 1999 / open.Length))).Rule.ShouldBe("too-complex");
    }

    [Fact]
    public void Knows_what_it_reads()
    {
        var expression = AForm.Reads("count(phan_mem where nguoi_dung > moi) + previous(ton_dau) + peer_score(ty_le)");

        expression.Fields.ShouldBe(["phan_mem", "moi", "ty_le"], ignoreOrder: true);
        (expression.ReadsPrevious, expression.ReadsParts, expression.ReadsPeers, expression.ReadsBelow)
            .ShouldBe((true, false, true, false));
        var other = AForm.Reads("sum(below.moi) = parts(moi)");
        other.Fields.ShouldBeEmpty();
        (other.ReadsPrevious, other.ReadsParts, other.ReadsPeers, other.ReadsBelow, other.Type)
            .ShouldBe((false, true, false, true, ExpressionType.Truth));
    }

    [Fact]
    public void Leaves_no_reserved_word_to_a_field()
    {
        foreach (var word in Expression.Reserved)
        {
            Expression.Parse($"{word} = 1", new Everything()).Refused.ShouldBeTrue(word);
        }
    }

    private static FieldError Fault(string text) =>
        Expression.Parse(text, new AForm()).Refusal.ShouldNotBeNull().Errors.ShouldHaveSingleItem();

    private sealed class Everything : IScope
    {
        public Symbol? Find(string name) => new Symbol.Number();
    }
}
