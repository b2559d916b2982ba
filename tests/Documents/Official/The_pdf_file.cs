using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Outline;
using VksServerless.Documents.Tests.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Tests.Official;

/// <summary>Held against the table of NĐ 30/2020/NĐ-CP, Phụ lục I; PDF counts from the lower left corner.</summary>
public sealed class The_pdf_file : IDisposable
{
    private const double Millimetre = 72 / 25.4;

    private static readonly byte[] File = ReadBack.Pdf(Conference.Publish(), Conference.Form);

    private readonly PdfDocument _pdf = PdfDocument.Open(File);

    [Fact]
    public void Lies_on_A4_with_all_text_within_the_margins()
    {
        foreach (var page in Wide().Concat(_pdf.GetPages()))
        {
            new[] { page.Width / Millimetre, page.Height / Millimetre }.Order().ShouldBe([210, 297], tolerance: 0.5);
            foreach (var letter in Text(page).SelectMany(word => word.Letters).Where(letter => letter.Value.Trim().Length > 0))
            {
                letter.StartBaseLine.X.ShouldBeGreaterThan(30 * Millimetre - 0.5);
                letter.EndBaseLine.X.ShouldBeLessThan(page.Width - 15 * Millimetre + 0.5);
                letter.StartBaseLine.Y.ShouldBeInRange(20 * Millimetre, page.Height - 20 * Millimetre);
            }
        }
    }

    [Fact]
    public void Has_the_page_number_centred_in_the_upper_margin_from_the_second_page_on()
    {
        InUpperMargin(_pdf.GetPage(1)).ShouldBeEmpty();
        foreach (var page in _pdf.GetPages().Skip(1))
        {
            var number = InUpperMargin(page).ShouldHaveSingleItem();
            number.Text.ShouldBe($"{page.Number}");
            number.Letters[0].PointSize.ShouldBe(13, tolerance: 0.01);
            ((number.BoundingBox.Left + number.BoundingBox.Right) / 2).ShouldBe(
                (30 * Millimetre + page.Width - 15 * Millimetre) / 2, tolerance: 1);
        }
    }

    [Fact]
    public void Sets_each_part_in_its_size()
    {
        var page = _pdf.GetPage(1);

        SizeOf("CỘNG").ShouldBe((12, "Tinos,Bold"));
        SizeOf("Hạnh").ShouldBe((13, "Tinos,Bold"));
        SizeOf("07/BC-VKSTC").ShouldBe((13, "Tinos Regular"));
        SizeOf("BÁO").ShouldBe((14, "Tinos,Bold"));
        SizeOf("221/KH-VKSTC").ShouldBe((14, "Tinos Regular"));

        (double, string) SizeOf(string word)
        {
            var letter = page.GetWords().First(found => found.Text == word).Letters[0];
            return (Math.Round(letter.PointSize, 2), letter.FontName!.Split('+')[1]);
        }
    }

    [Fact]
    public void Indents_first_lines_and_stretches_all_but_last_lines_to_the_edge()
    {
        var page = _pdf.GetPage(1);
        var words = page.GetWords().ToList();
        var first = words.First(word => word.Text == "Thực");
        var line = words.Where(word => Math.Abs(word.Letters[0].StartBaseLine.Y - first.Letters[0].StartBaseLine.Y) < 1).ToList();

        first.Letters[0].StartBaseLine.X.ShouldBe((30 + 12.7) * Millimetre, tolerance: 0.5);
        line[^1].Letters[^1].EndBaseLine.X.ShouldBe(page.Width - 15 * Millimetre, tolerance: 0.5);
    }

    [Fact]
    public void Has_its_headings_as_bookmarks_each_on_the_page_of_its_text()
    {
        _pdf.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        var nodes = bookmarks!.GetNodes().OfType<DocumentBookmarkNode>().Select(node => (node.Level, node.Title, node.PageNumber)).ToList();

        nodes.Select(node => (node.Level, node.Title)).ShouldContain((0, "Phần thứ hai. KẾT QUẢ TỔNG HỢP TOÀN NGÀNH"));
        nodes.Select(node => (node.Level, node.Title)).ShouldContain((1, "II. TỔ CHỨC THỰC HIỆN Ở CÁC ĐƠN VỊ"));
        nodes.Select(node => (node.Level, node.Title)).ShouldContain((0, "Phụ lục I. TÌNH HÌNH NỘP BÁO CÁO THEO ĐƠN VỊ TRỰC THUỘC"));
        nodes.Count.ShouldBeGreaterThan(12);
        foreach (var (_, title, page) in nodes)
        {
            ReadBack.Unspaced(_pdf.GetPage(page).Text).ShouldContain(ReadBack.Unspaced(title.Split(". ").Last()));
        }
    }

    [Fact]
    public void Leaves_no_heading_alone_at_the_foot_of_a_page()
    {
        foreach (var page in Wide().Concat(_pdf.GetPages()))
        {
            var lowest = Text(page).GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y)).MinBy(line => line.Key)!.ToList();
            lowest.All(word => word.Letters[0].FontName!.EndsWith("Bold", StringComparison.Ordinal)
                && word.Letters[0].PointSize > 13.5).ShouldBeFalse($"page {page.Number}: {string.Join(' ', lowest)}");
        }
    }

    [Fact]
    public void Embeds_its_typefaces_and_names_its_title_and_language()
    {
        var raw = System.Text.Encoding.Latin1.GetString(File);

        _pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName!).Distinct()
            .ShouldAllBe(font => font.Contains("+Tinos"));
        raw.Split("/FontFile2").Length.ShouldBe(5);
        raw.ShouldContain("/Lang");
        raw.ShouldContain("vi-VN");
        raw.ShouldContain("/DisplayDocTitle true");
        _pdf.Information.Title.ShouldBe("Báo cáo số 07/BC-VKSTC: Kết quả thực hiện kế hoạch chuyển đổi số năm 2024");
        _pdf.Information.Author.ShouldBe("Viện kiểm sát nhân dân tối cao");
        _pdf.Information.CreationDate.ShouldStartWith("D:20240423090000");
    }

    [Fact]
    public void Has_metadata_that_stays_well_formed_whatever_the_title()
    {
        var publication = Conference.Publish();
        var file = ReadBack.Pdf(publication with { Report = publication.Report with { Title = "A & B <C> \"D\"" } }, Conference.Form);
        var raw = System.Text.Encoding.UTF8.GetString(file);
        var start = raw.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        var end = raw.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length;

        System.Xml.Linq.XElement.Parse(raw[start..end]).Value.ShouldContain("A & B <C> \"D\"");
    }

    [Fact]
    public void Draws_its_charts_as_vectors_with_their_labels()
    {
        var words = ReadBack.WordsOfPdf(File);

        words.ShouldContain("4/20 hoàn thành (20%)");
        words.ShouldContain("63/63 đã nộp");
        _pdf.GetPages().SelectMany(page => page.GetImages()).ShouldBeEmpty();
    }

    [Fact]
    public void Turns_the_sheet_where_a_table_is_too_wide()
    {
        var pages = Wide();

        pages.ShouldContain(page => page.Width > page.Height);
        pages.ShouldContain(page => page.Width < page.Height);
    }

    public void Dispose() => _pdf.Dispose();

    private static IReadOnlyList<Page> Wide()
    {
        var sample = new SampleCycle(FormCatalogue.Shipped.Forms.Last(form => form.Code == "ra-soat-phan-mem"), provinces: 2);
        return [.. PdfDocument.Open(ReadBack.Pdf(sample.Publication, sample.Form)).GetPages()];
    }

    private static IEnumerable<Word> InUpperMargin(Page page) => page.GetWords().Where(word => IsInUpperMargin(word, page));

    private static IEnumerable<Word> Text(Page page) => page.GetWords().Where(word => !IsInUpperMargin(word, page));

    private static bool IsInUpperMargin(Word word, Page page) => word.Letters[0].StartBaseLine.Y > page.Height - 20 * Millimetre;
}
