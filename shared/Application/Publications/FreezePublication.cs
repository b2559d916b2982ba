using System.Text.Json;
using VksServerless.Application.Forms;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Writes every rendition of a publication, once and for ever.</summary>
public sealed class FreezePublication(
    IPublications publications, IForms forms, IPublicationPage page, IOfficialDocument official) : IUseCase
{
    public async Task Execute(PublicationEntry entry, Publication publication, CancellationToken cancellation)
    {
        var form = (await forms.Find(publication.Report.Form, cancellation))!;
        var document = OfficialReport.Of(publication);
        await Freeze(Rendition.Json, JsonSerializer.SerializeToUtf8Bytes(publication, DomainJson.Options));
        await Freeze(Rendition.Html, page.Render(publication, form));
        await Freeze(Rendition.Docx, official.Docx(document, form, SigningDetails.Usual));
        await Freeze(Rendition.Pdf, official.Pdf(document, form, SigningDetails.Usual));

        Task Freeze(Rendition rendition, ReadOnlyMemory<byte> content) =>
            publications.Freeze(entry, rendition, content, cancellation);
    }
}
