using System.Text;
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

    /// <summary>Every number in a table of the page, as often as its cells that say the same.</summary>
    private static void Compare(Publication publication, Form form)
    {
        var shown = NumbersOfPage(publication, form);
        var word = ReadBack.WordsOfDocx(ReadBack.Docx(publication, form)).Split(' ').Select(Bare).ToHashSet();
        var pdf = ReadBack.WordsOfPdf(ReadBack.Pdf(publication, form)).Split(' ').Select(Bare).ToHashSet();

        shown.Count.ShouldBeGreaterThan(20);
        shown.Except(word).ShouldBeEmpty();
        shown.Except(pdf).ShouldBeEmpty();
    }

    /// <summary>Numbers of versions are of the list of sources, which is no part of the report.</summary>
    private static List<string> NumbersOfPage(Publication publication, Form form)
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(new PublicationPage().Render(publication, form).Span));
        return
        [
            .. page.QuerySelectorAll("td.number").Where(cell => cell.Closest(".sources") is null)
                .SelectMany(cell => cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Select(Bare).Where(word => word.Any(char.IsDigit)).Distinct(),
        ];
    }

    private static string Bare(string word) => word.Trim('(', ')', ';', ',', '.', ':');
}
