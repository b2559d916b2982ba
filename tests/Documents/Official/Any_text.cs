using System.Text;
using VksServerless.Documents.Official;
using VksServerless.Documents.Official.Pdf;
using VksServerless.Documents.Official.Word;

namespace VksServerless.Documents.Tests.Official;

/// <summary>What real texts do to documents: letters of three parts, remarks without end, nothing at all.</summary>
public class Any_text
{
    private const string Letters = "Ưỡ ẫ Ỷ Đ";

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public void Keeps_its_letters_in_every_cut_and_place(NormalizationForm form)
    {
        var text = Letters.Normalize(form);
        var document = Of(
            new Block.Heading(1, $"đầu {text}"), new Block.Heading(4, $"nghiêng {text}"),
            new Block.Paragraph([new Run($"đậm {text}", Bold: true), new Run(" và "), new Run($"xiên {text}", Italic: true)]),
            new Block.Table(
                $"bảng {text}", [GridColumn.Name($"cột {text}"), GridColumn.Number("số")], [GridRow.Of($"ô {text}", "1")]));
        foreach (var words in new[]
        {
            ReadBack.WordsOfDocx(WordRenderer.Render(document).ToArray()), ReadBack.WordsOfPdf(PdfRenderer.Render(document).ToArray()),
        })
        {
            foreach (var place in new[] { "đầu", "nghiêng", "đậm", "xiên", "bảng", "cột", "ô" })
            {
                words.ShouldContain($"{place} {Letters}", Case.Sensitive);
            }
        }
    }

    [Fact]
    public void Of_six_thousand_characters_goes_on_under_a_repeated_heading_and_loses_nothing()
    {
        var remark = string.Join(' ', Enumerable.Range(1, 1_000).Select(number => $"chữ{number}"));
        remark.Length.ShouldBeGreaterThan(6_000);
        var document = Of(new Block.Table(
            "Giải trình", [GridColumn.Name("Đơn-vị"), GridColumn.Name("Nội-dung", 20), GridColumn.Number("Số")],
            [GridRow.Of("trước", "ngắn", "1"), GridRow.Of("dài", remark, "2"), GridRow.Of("sau", "ngắn", "3")]));
        var pdf = PdfRenderer.Render(document).ToArray();
        using var read = UglyToad.PdfPig.PdfDocument.Open(pdf);
        var pages = read.GetPages().Select(page => page.GetWords().Select(word => word.Text).ToList()).ToList();

        pages.Count.ShouldBeInRange(3, 40);
        pages.SelectMany(page => page).Where(word => word.StartsWith("chữ", StringComparison.Ordinal)).ShouldBe(remark.Split(' '));
        pages.Where(page => page.Any(word => word.StartsWith("chữ", StringComparison.Ordinal)))
            .ShouldAllBe(page => page.Count(word => word == "Nội-dung") == 1);
        pages[^1].ShouldContain("sau");
        ReadBack.WordsOfDocx(WordRenderer.Render(document).ToArray()).ShouldContain(remark);
    }

    [Fact]
    public void Without_a_space_is_broken_within_the_line()
    {
        var endless = new string('a', 1_000);
        var words = ReadBack.WordsOfPdf(PdfRenderer.Render(Of(Block.Paragraph.Of(endless))).ToArray());

        ReadBack.Unspaced(words).ShouldContain(endless);
        words.ShouldNotContain(endless);
    }

    [Fact]
    public void That_no_file_can_hold_is_left_out()
    {
        var document = Of(Block.Paragraph.Of("một\u0000\u0007 hai\u200b \ud800ba\ufffe\r\nbốn\tnăm"));

        ReadBack.WordsOfDocx(WordRenderer.Render(document).ToArray()).ShouldContain("một hai \ufffdba bốn năm");
        ReadBack.WordsOfPdf(PdfRenderer.Render(document).ToArray()).ShouldContain("bốn năm");
    }

    [Fact]
    public void Makes_the_same_bytes_twice()
    {
        var publication = Conference.Publish();

        ReadBack.Docx(Conference.Publish(), Conference.Form).ShouldBe(ReadBack.Docx(publication, Conference.Form));
        ReadBack.Pdf(Conference.Publish(), Conference.Form).ShouldBe(ReadBack.Pdf(publication, Conference.Form));
    }

    [Fact]
    public void Of_another_report_makes_another_identifier()
    {
        var publication = Conference.Publish();
        var other = publication with { Report = publication.Report with { Title = "Báo cáo khác" } };

        IdOf(ReadBack.Pdf(other, Conference.Form)).ShouldNotBe(IdOf(ReadBack.Pdf(publication, Conference.Form)));

        static string IdOf(byte[] pdf) =>
            Encoding.Latin1.GetString(pdf) is var raw ? raw[raw.LastIndexOf("/ID", StringComparison.Ordinal)..][..80] : "";
    }

    [Fact]
    public void Of_nobody_makes_a_report_that_says_so()
    {
        var publication = Conference.Publish(silent: _ => true);
        foreach (var words in new[]
        {
            ReadBack.WordsOfDocx(ReadBack.Docx(publication, Conference.Form)),
            ReadBack.WordsOfPdf(ReadBack.Pdf(publication, Conference.Form)),
        })
        {
            words.ShouldContain("Chưa có báo cáo nào được duyệt nên báo cáo này không có số liệu tổng hợp.");
            words.ShouldContain("Có 0/67 đơn vị đã nộp báo cáo (0,0%)");
            words.ShouldContain("không có đơn vị nào kê");
        }
    }

    [Fact]
    public void Of_a_cycle_without_units_makes_a_report_all_the_same()
    {
        var publication = Conference.Publish();
        var report = publication.Report with
        {
            Completeness = VksServerless.Totals.Completeness.None,
            Figures = new Dictionary<string, VksServerless.Figures.Figure>(),
            Denominators = new Dictionary<string, VksServerless.Publications.Denominator>(),
            Nodes = [],
            Narratives = [],
            Manifest = [],
            Rows = [],
            Levels = [],
            Rankings = [],
            Texts = null,
            Declined = null,
        };
        var empty = publication with { Report = report };

        ReadBack.WordsOfDocx(ReadBack.Docx(empty, Conference.Form)).ShouldContain("Có 0/0 đơn vị đã nộp báo cáo");
        ReadBack.WordsOfPdf(ReadBack.Pdf(empty, Conference.Form)).ShouldContain("Nguyễn Huy Tiến");
    }

    private static OfficialDocument Of(params Block[] blocks) => new(
        new DocumentFacts("Thử", "VKSND tối cao", "Thử", new DateTimeOffset(2024, 4, 23, 9, 0, 0, TimeSpan.Zero)),
        new Letterhead("", ["VIỆN KIỂM SÁT NHÂN DÂN", "TỐI CAO"], "Số: 01/BC-VKSTC", "Hà Nội, ngày 23 tháng 4 năm 2024", "BÁO CÁO", "Thử"),
        blocks, new SignatureBlock("", "VIỆN TRƯỞNG", "Lê Minh Trí", ["Lưu: VT."]), []);
}
