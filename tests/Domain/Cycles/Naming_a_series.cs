using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Naming_a_series
{
    [Theory]
    [InlineData("Báo cáo công tác kiểm sát {ky}", "bao-cao-cong-tac-kiem-sat")]
    [InlineData("Đề cương 72/KH – {ky}!", "de-cuong-72-kh")]
    [InlineData("{ky}", "chuoi-ky-bao-cao")]
    [InlineData("Báo cáo thống kê tình hình công tác kiểm sát {ky}", "bao-cao-thong-ke-tinh-hinh-cong-tac-kiem")]
    public void Takes_the_words_of_its_title_without_accents(string title, string code) =>
        SeriesCode.OfTitle(title).ToString().ShouldBe(code);
}
