using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using VksServerless.Documents.Official;
using VksServerless.Documents.Tests.Publications;
using VksServerless.Forms;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Tests.Official;

/// <summary>Held against the table of NĐ 30/2020/NĐ-CP, Phụ lục I.</summary>
public sealed class The_word_file : IDisposable
{
    private static readonly byte[] File = ReadBack.Docx(Conference.Publish(), Conference.Form);

    private readonly WordprocessingDocument _package = WordprocessingDocument.Open(new MemoryStream(File), isEditable: false);

    private MainDocumentPart Main => _package.MainDocumentPart!;

    private W.Body Body => Main.Document!.Body!;

    [Fact]
    public void Has_nothing_that_the_schema_forbids() => new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
        .Validate(_package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ShouldBeEmpty();

    [Fact]
    public void Lies_on_A4_within_the_margins()
    {
        foreach (var section in Body.Descendants<W.SectionProperties>())
        {
            var (size, margin) = (section.GetFirstChild<W.PageSize>()!, section.GetFirstChild<W.PageMargin>()!);
            new[] { Millimetres(size.Width!), Millimetres(size.Height!) }.Order().ShouldBe([210, 297], tolerance: 0.1);
            Millimetres(margin.Top!).ShouldBeInRange(20, 25.01);
            Millimetres(margin.Bottom!).ShouldBeInRange(20, 25.01);
            Millimetres(margin.Left!).ShouldBeInRange(29.99, 35);
            Millimetres(margin.Right!).ShouldBeInRange(14.99, 20);
        }
    }

    [Fact]
    public void Has_the_page_number_at_the_head_of_every_page_but_the_first()
    {
        var sections = Body.Descendants<W.SectionProperties>().ToList();
        foreach (var (at, section) in sections.Index())
        {
            var headers = section.Elements<W.HeaderReference>().ToDictionary(header => header.Type!.Value, header => header.Id!.Value!);
            var header = ((HeaderPart)Main.GetPartById(headers[W.HeaderFooterValues.Default])).Header!;
            header.Descendants<W.SimpleField>().ShouldHaveSingleItem().Instruction!.Value!.Trim().ShouldBe("PAGE");
            StyleOf(header.Descendants<W.Paragraph>().Single()).StyleParagraphProperties!.Justification!.Val!.Value
                .ShouldBe(W.JustificationValues.Center);
            section.Elements<W.TitlePage>().Any().ShouldBe(at == 0);
            headers.ContainsKey(W.HeaderFooterValues.First).ShouldBe(at == 0);
        }

        var first = sections[0].Elements<W.HeaderReference>().Single(header => header.Type!.Value == W.HeaderFooterValues.First).Id!.Value!;
        ((HeaderPart)Main.GetPartById(first)).Header!.Descendants<W.SimpleField>().ShouldBeEmpty();
    }

    [Fact]
    public void Is_set_in_Times_New_Roman_14_justified_with_indented_first_lines()
    {
        var styles = Main.StyleDefinitionsPart!.Styles!;
        var run = styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        var normal = Style("Normal").StyleParagraphProperties!;

        run.RunFonts!.Ascii!.Value.ShouldBe("Times New Roman");
        run.RunFonts.HighAnsi!.Value.ShouldBe("Times New Roman");
        run.FontSize!.Val!.Value.ShouldBe("28");
        run.Languages!.Val!.Value.ShouldBe("vi-VN");
        normal.Justification!.Val!.Value.ShouldBe(W.JustificationValues.Both);
        Millimetres(int.Parse(normal.Indentation!.FirstLine!, Vietnamese.Culture)).ShouldBe(12.7, tolerance: 0.1);
        normal.SpacingBetweenLines!.After!.Value.ShouldBe("120");
        double.Parse(normal.SpacingBetweenLines.Line!, Vietnamese.Culture).ShouldBeInRange(240, 360);
        Main.FontTablePart!.Fonts!.Elements<W.Font>().Single().AltName!.Val!.Value.ShouldBe("Tinos");
    }

    [Fact]
    public void Begins_with_agency_and_state_side_by_side_without_rules()
    {
        var head = Body.Elements<W.Table>().First();
        var lines = head.Descendants<W.Paragraph>().Where(line => ReadBack.TextOf(line).Length > 0)
            .ToDictionary(ReadBack.TextOf, line => line.Descendants<W.RunProperties>().Single());

        head.Descendants<W.TableCell>().Count().ShouldBe(2);
        head.Descendants<W.TableBorders>().ShouldBeEmpty();
        Sized("VIỆN KIỂM SÁT NHÂN DÂN", 24, bold: true);
        Sized("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, bold: true);
        Sized("Độc lập - Tự do - Hạnh phúc", 26, bold: true);
        Sized("Số: 07/BC-VKSTC", 26, bold: false);
        Sized("Hà Nội, ngày 23 tháng 4 năm 2024", 26, bold: false);
        lines["Hà Nội, ngày 23 tháng 4 năm 2024"].Italic.ShouldNotBeNull();

        void Sized(string line, int halfPoints, bool bold)
        {
            lines[line].FontSize!.Val!.Value.ShouldBe($"{halfPoints}");
            (lines[line].Bold is not null).ShouldBe(bold);
        }
    }

    [Fact]
    public void Has_headings_by_which_an_editor_finds_the_way()
    {
        var headings = Body.Elements<W.Paragraph>().Where(paragraph => Id(paragraph).StartsWith("Heading", StringComparison.Ordinal))
            .Select(paragraph => (Level: Id(paragraph)[^1] - '0', Text: ReadBack.TextOf(paragraph))).ToList();

        headings.ShouldContain((1, "Phần thứ nhất TÌNH HÌNH NỘP BÁO CÁO"));
        headings.ShouldContain((1, "Phần thứ hai KẾT QUẢ TỔNG HỢP TOÀN NGÀNH"));
        headings.ShouldContain((2, "I. CÁC MỤC TIÊU CỦA KẾ HOẠCH"));
        headings.ShouldContain((3, "1. Số liệu tổng hợp"));
        headings.ShouldContain((1, "Phụ lục I TÌNH HÌNH NỘP BÁO CÁO THEO ĐƠN VỊ TRỰC THUỘC"));
        foreach (var level in new[] { 1, 2, 3, 4 })
        {
            Style($"Heading{level}").StyleParagraphProperties!.OutlineLevel!.Val!.Value.ShouldBe(level - 1);
            Style($"Heading{level}").StyleParagraphProperties!.KeepNext.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Repeats_the_heading_of_every_table_and_divides_no_short_row()
    {
        var tables = Body.Elements<W.Table>().Where(table => table.GetFirstChild<W.TableProperties>()!.TableStyle is not null).ToList();

        tables.Count.ShouldBeGreaterThan(8);
        tables.ShouldAllBe(table => table.Elements<W.TableRow>().First().Descendants<W.TableHeader>().Any());
        tables.SelectMany(table => table.Elements<W.TableRow>()).ShouldAllBe(row => row.Descendants<W.CantSplit>().Any());
    }

    [Fact]
    public void Uses_only_styles_that_it_has()
    {
        var known = Main.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Select(style => style.StyleId!.Value!).ToHashSet();

        Body.Descendants<W.ParagraphStyleId>().Select(style => style.Val!.Value!).Distinct().ShouldBeSubsetOf(known);
        Body.Descendants<W.TableStyle>().Select(style => style.Val!.Value!).Distinct().ShouldBeSubsetOf(known);
    }

    [Fact]
    public void Says_what_it_is_and_by_whom()
    {
        _package.PackageProperties.Title.ShouldBe("Báo cáo số 07/BC-VKSTC: Kết quả thực hiện kế hoạch chuyển đổi số năm 2024");
        _package.PackageProperties.Creator.ShouldBe("Viện kiểm sát nhân dân tối cao");
        _package.PackageProperties.Created!.Value.ToUniversalTime().ShouldBe(new DateTime(2024, 4, 23, 9, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Holds_its_charts_as_metafiles_with_a_name_for_those_who_cannot_see_them()
    {
        var pictures = Main.ImageParts.ToList();

        pictures.Count.ShouldBe(3);
        pictures.ShouldAllBe(picture => picture.ContentType == "image/x-emf");
        Body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(drawn => drawn.Description!.Value)
            .ShouldBe(
            [
                "Hình 1. Tình hình nộp báo cáo theo cấp", "Hình 2. Mục tiêu của kế hoạch", "Tỷ lệ nộp báo cáo của các VKSND cấp tỉnh",
            ]);
    }

    [Fact]
    public void Turns_the_sheet_where_a_table_is_too_wide()
    {
        var sample = new SampleCycle(FormCatalogue.Shipped.Forms.Last(form => form.Code == "ra-soat-phan-mem"), provinces: 2);
        using var package = WordprocessingDocument.Open(new MemoryStream(ReadBack.Docx(sample.Publication, sample.Form)), false);
        var sheets = package.MainDocumentPart!.Document!.Body!.Descendants<W.PageSize>().ToList();

        sheets.ShouldContain(sheet => sheet.Orient!.Value == W.PageOrientationValues.Landscape && sheet.Width! > sheet.Height!);
        sheets.ShouldContain(sheet => sheet.Orient!.Value == W.PageOrientationValues.Portrait && sheet.Width! < sheet.Height!);
    }

    [Fact]
    public void Carries_no_time_of_writing()
    {
        using var zip = new ZipArchive(new MemoryStream(File));

        zip.Entries.Select(entry => entry.LastWriteTime.Year).Distinct().ShouldBe([1980]);
    }

    public void Dispose() => _package.Dispose();

    private static double Millimetres(double twips) => twips * 25.4 / 1440;

    private static string Id(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    private W.Style Style(string id) => Main.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Single(style => style.StyleId!.Value == id);

    private W.Style StyleOf(W.Paragraph paragraph) => Style(Id(paragraph));
}
