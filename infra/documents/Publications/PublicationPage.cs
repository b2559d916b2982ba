using System.Text;
using System.Text.RegularExpressions;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>
/// A publication as a page to read and to print: HTML in one file, with nothing to load and nothing that runs.
/// The same publication always gives the same bytes.
/// </summary>
public sealed partial class PublicationPage : IPublicationPage
{
    private static ReadOnlySpan<byte> Start => "<body>\n"u8;

    private static readonly Func<object, ReadOnlyMemory<byte>> Page = Templates.Compile(nameof(PublicationPage));

    private static readonly Func<object, ReadOnlyMemory<byte>> Notice = Templates.Compile("PublicationReplaced");

    private static readonly Func<object, ReadOnlyMemory<byte>> ReportBody = Templates.Compile(nameof(ReportBody));

    private static readonly Func<object, ReadOnlyMemory<byte>> ReportChanges = Templates.Compile(nameof(ReportChanges));

    public ReadOnlyMemory<byte> Render(Publication publication, Form form) => form.Ref == publication.Report.Form
        ? Page(PublicationView.Of(publication, form))
        : throw new ArgumentException($"The report is of form {publication.Report.Form}, not {form.Ref}.", nameof(form));

    // What a publication has besides its report, such as its number, is in no part that is shown here.
    public string Body(SectorReport report, Sha256 digest, Form form) => Part(
        ReportBody(PublicationView.Of(new Publication(default, 0, DateTimeOffset.UnixEpoch, digest, [], null, report), form)));

    public string Changes(SectorReport before, SectorReport after, Form form) => Part(ReportChanges(CorrectionView.Of(
        Corrections.Between(default, "", before, after), form, new ReportUnits(after))));

    /// <summary>What scrolls can be reached with the keyboard and has a name of its own.</summary>
    private static string Part(ReadOnlyMemory<byte> html)
    {
        var tables = 0;
        return Scrolling().Replace(
            Encoding.UTF8.GetString(html.Span),
            found => $"<div class=\"{found.Groups[1].Value}\" tabindex=\"0\" role=\"region\" aria-label=\"Bảng {++tables}\">");
    }

    [GeneratedRegex("<div class=\"(scroll[^\"]*)\"[^>]*>")]
    private static partial Regex Scrolling();

    public ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> page, PublicationEntry newest)
    {
        var start = page.Span.IndexOf(Start) + Start.Length;
        var notice = Notice(new { Number = newest.Number.ToString(), At = CycleRefusals.Text(newest.At), newest.Sequence });
        return (byte[])[.. page.Span[..start], .. notice.Span, .. page.Span[start..]];
    }
}
