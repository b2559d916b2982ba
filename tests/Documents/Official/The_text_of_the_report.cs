using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Documents.Official;
using VksServerless.Documents.Tests.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Tests.Official;

public class The_text_of_the_report
{
    private static readonly string Word = ReadBack.WordsOfDocx(ReadBack.Docx(Conference.Publish(), Conference.Form));

    public static TheoryData<string> Sentences =>
    [
        "Thực hiện Kế hoạch số 221/KH-VKSTC ngày 15 tháng 12 năm 2023 của Viện kiểm sát nhân dân tối cao về chuyển đổi số của ngành "
            + "Kiểm sát nhân dân năm 2024,",
        "Có 67/67 đơn vị đã nộp báo cáo (100,0%), trong đó 67 đơn vị nộp đúng hạn (100,0%), không có đơn vị nào nộp muộn",
        "Theo cấp, đã nộp báo cáo: 1/1 đơn vị thuộc VKSND tối cao; 3/3 VKSND cấp cao; 63/63 VKSND cấp tỉnh.",
        "4/20 mục tiêu hoàn thành, 16/20 đang triển khai, không có mục tiêu nào chưa triển khai.",
        "61/63 VKSND cấp tỉnh (96,8%) đã kiện toàn Ban Chỉ đạo chuyển đổi số do người đứng đầu làm Trưởng Ban; còn VKSND tỉnh Hòa Bình, "
            + "VKSND tỉnh Hà Tĩnh trả lời “Không”.",
        "63/63 VKSND cấp tỉnh (100%) đã ban hành kế hoạch chuyển đổi số năm của đơn vị.",
        "Ngày 10/4/2024, Ban cán sự đảng VKSND tối cao đã ban hành Nghị quyết số 129-NQ/BCSĐ",
        "(Kèm theo Báo cáo số 07/BC-VKSTC ngày 23 tháng 4 năm 2024 của Viện kiểm sát nhân dân tối cao)",
        "KT. VIỆN TRƯỞNG",
        "PHÓ VIỆN TRƯỞNG THƯỜNG TRỰC",
        "Nguyễn Huy Tiến",
        "- Lưu: VT, C2.",
    ];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Reads_like_the_report_to_the_conference(string sentence) => Word.ShouldContain(sentence);

    [Fact]
    public void Has_what_units_wrote_under_their_names()
    {
        Word.ShouldContain("VKSND tỉnh Trà Vinh Đề nghị tổ chức tập huấn tại chỗ");
        Word.ShouldContain("VKSND tỉnh Lạng Sơn Đường truyền tới một số huyện vùng cao");
    }

    [Fact]
    public void Shortens_long_answers_in_the_body_and_has_them_in_full_in_an_annex()
    {
        var wish = string.Join(' ', Enumerable.Range(1, 200).Select(number => $"Kiến nghị thứ {number}."));
        var word = ReadBack.WordsOfDocx(ReadBack.Docx(
            Conference.Publish(new Dictionary<string, string> { ["T20"] = wish }), Conference.Form));
        var (body, annexes) = (word[..word.IndexOf("(Kèm theo", StringComparison.Ordinal)],
            word[word.IndexOf("(Kèm theo", StringComparison.Ordinal)..]);

        body.ShouldContain("Kiến nghị thứ 1.");
        body.ShouldContain(". […] Toàn văn tại Phụ lục III.");
        body.ShouldNotContain("Kiến nghị thứ 100.");
        annexes.ShouldContain(wish);
    }

    [Fact]
    public void Numbers_its_annexes_without_gaps_and_refers_to_none_that_is_not_there()
    {
        var headings = Word.Split("(Kèm theo").SkipLast(1)
            .Select(before => before[before.LastIndexOf("Phụ lục", StringComparison.Ordinal)..].Split(' ')[2]).ToList();
        var named = System.Text.RegularExpressions.Regex.Matches(Word, "Phụ lục ([IVX]+)").Select(found => found.Groups[1].Value);

        headings.ShouldBe(new[] { "I", "II", "III", "IV", "V" }.Take(headings.Count));
        named.Distinct().ShouldBeSubsetOf(headings);
    }

    [Fact]
    public void Has_no_hashes_and_nothing_that_only_a_screen_can_do()
    {
        foreach (var text in new[] { Word, ReadBack.WordsOfPdf(ReadBack.Pdf(Conference.Publish(), Conference.Form)) })
        {
            text.ShouldNotContain("SHA");
            text.ShouldNotMatch("[0-9a-f]{32}");
            text.ShouldNotContain("Bấm");
            text.ShouldNotContain("mở mục");
        }
    }

    [Fact]
    public void Says_what_a_correction_changed()
    {
        var sample = new SampleCycle(provinces: 3);
        foreach (var text in new[]
        {
            ReadBack.WordsOfDocx(ReadBack.Docx(sample.Corrected, sample.Form)),
            ReadBack.WordsOfPdf(ReadBack.Pdf(sample.Corrected, sample.Form)),
        })
        {
            text.ShouldContain("ĐÍNH CHÍNH BÁO CÁO SỐ 07/BC-VKSTC");
            text.ShouldContain("Lý do đính chính: Hai đơn vị báo cáo nhầm số máy tính.");
            text.ShouldContain("1.234");
        }
    }

    [Fact]
    public void Of_a_draft_leaves_number_and_day_for_the_signing()
    {
        var file = new OfficialFiles().Docx(new OfficialReport(Conference.Publish().Report), Conference.Form, SigningDetails.Usual);
        var word = ReadBack.WordsOfDocx(file.ToArray());

        word.ShouldContain("Số: /BC-VKSTC");
        word.ShouldContain("Hà Nội, ngày tháng năm");
        word.ShouldContain("VIỆN TRƯỞNG");
        word.ShouldNotContain("07/BC-VKSTC");
    }

    [Fact]
    public void Is_refused_for_another_form() => Should.Throw<ArgumentException>(() =>
        ReadBack.Docx(Conference.Publish(), Conference.Form with { Version = 9 }));

    [Theory]
    [MemberData(nameof(AnyForm.All), MemberType = typeof(AnyForm))]
    public void Has_no_placeholder_left_in_any_form(string form)
    {
        var sample = AnyForm.Of(form);
        var word = ReadBack.WordsOfDocx(ReadBack.Docx(sample.Publication, sample.Form));

        word.ShouldNotContain("{{");
        word.ShouldNotContain("()");
        word.ShouldNotContain("“”");
        word.ShouldNotContain(" :");
        word.ShouldNotContain(" .");
        word.ShouldContain("Trên đây là Báo cáo tổng hợp");
    }
}
