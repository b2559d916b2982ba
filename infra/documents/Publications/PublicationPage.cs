using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>
/// A publication as a page to read and to print: HTML in one file, with nothing to load and nothing that runs.
/// The same publication always gives the same bytes.
/// </summary>
public sealed class PublicationPage : IPublicationPage
{
    private static ReadOnlySpan<byte> Body => "<body>\n"u8;

    private static readonly Func<object, ReadOnlyMemory<byte>> Page = Templates.Compile(nameof(PublicationPage));

    private static readonly Func<object, ReadOnlyMemory<byte>> Notice = Templates.Compile("PublicationReplaced");

    public ReadOnlyMemory<byte> Render(Publication publication, Form form) => form.Ref == publication.Report.Form
        ? Page(PublicationView.Of(publication, form))
        : throw new ArgumentException($"The report is of form {publication.Report.Form}, not {form.Ref}.", nameof(form));

    public ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> page, PublicationEntry newest)
    {
        var start = page.Span.IndexOf(Body) + Body.Length;
        var notice = Notice(new { Number = newest.Number.ToString(), At = CycleRefusals.Text(newest.At), newest.Sequence });
        return (byte[])[.. page.Span[..start], .. notice.Span, .. page.Span[start..]];
    }
}
