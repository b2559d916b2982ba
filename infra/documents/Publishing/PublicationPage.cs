using VksServerless.Forms;
using VksServerless.Publishing;

namespace VksServerless.Documents.Publishing;

/// <summary>
/// A publication as a page to read and to print: HTML in one file, with nothing to load and nothing that runs.
/// The same publication always gives the same bytes.
/// </summary>
public static class PublicationPage
{
    private static readonly Func<object, ReadOnlyMemory<byte>> Page = Templates.Compile(nameof(PublicationPage));

    /// <param name="form">The version that the publication's report pins.</param>
    /// <exception cref="ArgumentException">Another form.</exception>
    public static ReadOnlyMemory<byte> Render(Publication publication, Form form) => form.Ref == publication.Report.Form
        ? Page(PublicationView.Of(publication, form))
        : throw new ArgumentException($"The report is of form {publication.Report.Form}, not {form.Ref}.", nameof(form));
}
