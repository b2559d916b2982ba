using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VksServerless.Cycles;
using VksServerless.Documents.Publications;
using VksServerless.Documents.Tests.Publications;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Tests.Official;

public class The_figures_of_both_files
{
    [Theory]
    [MemberData(nameof(AnyForm.All), MemberType = typeof(AnyForm))]
    public void Are_those_of_the_page(string form)
    {
        var sample = AnyForm.Of(form);
        Compare(sample.Publication, sample.Form);
    }

    [Fact]
    public void Are_those_of_the_page_beside_an_earlier_period()
    {
        var form = FormCatalogue.Shipped.Forms.Last(form => form.Code == "an-hinh-su-thang");
        var before = new SampleCycle(form, provinces: 1).Publication;
        var sample = new SampleCycle(form, new PublishedBefore(before.Number, before.Report, []), provinces: 2);

        sample.Report.Comparison.ShouldNotBeNull();
        Compare(sample.Publication, form);
    }

    [Fact]
    public void Are_those_of_the_page_in_a_correction()
    {
        var sample = new SampleCycle(provinces: 2);
        Compare(sample.Corrected, sample.Form);
    }

    /// <summary>
    /// Every number of a row of the page stands in the rows of that name in the Word file; every word of that file is in the PDF.
    /// </summary>
    private static void Compare(Publication publication, Form form)
    {
        var docx = ReadBack.Docx(publication, form);
        var rows = ReadBack.RowsOfDocx(docx).Select(row => (Text: Shorten(row), Words: Bare(row).ToHashSet())).ToList();
        var shown = RowsOfPage(publication, form);
        var pdf = Bare(ReadBack.WordsOfPdf(ReadBack.Pdf(publication, form))).ToHashSet();

        shown.Count.ShouldBeGreaterThan(20);
        shown.Where(row => row.Numbers.Except(rows.Where(other => other.Text.Contains(row.Name, StringComparison.Ordinal))
            .SelectMany(other => other.Words)).Any())
            .Select(row => $"{row.Name}: {string.Join(' ', row.Numbers)}").ShouldBeEmpty();
        Bare(ReadBack.WordsOfDocx(docx)).Except(pdf).ShouldBeEmpty();
    }

    /// <summary>But for the list of sources, which is no part of the report.</summary>
    private static List<(string Name, IReadOnlyList<string> Numbers)> RowsOfPage(Publication publication, Form form)
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(new PublicationPage().Render(publication, form).Span));
        return
        [
            .. from row in page.QuerySelectorAll("tbody tr")
               where row.Closest(".sources") is null
               let numbers = row.QuerySelectorAll("td.number").SelectMany(cell => Bare(cell.TextContent)).Where(HasDigit).ToList()
               where numbers.Count > 0
               select (NameOf(row.QuerySelector("th:last-of-type")), (IReadOnlyList<string>)numbers),
        ];
    }

    /// <summary>Without what stands small behind it.</summary>
    private static string NameOf(IElement? heading) => Shorten((heading?.FirstChild?.TextContent ?? "").Trim());

    private static string Shorten(string name) => name.Replace("Viện kiểm sát nhân dân", "VKSND", StringComparison.Ordinal)
        .Replace("Viện Kiểm sát nhân dân", "VKSND", StringComparison.Ordinal);

    /// <summary>A column of nothing but zeros is left out on paper.</summary>
    private static bool HasDigit(string word) => word != "0" && word.Any(char.IsDigit);

    private static IEnumerable<string> Bare(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('(', ')', ';', ',', '.', ':'));
}
