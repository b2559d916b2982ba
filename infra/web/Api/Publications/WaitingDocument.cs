using Microsoft.AspNetCore.Http;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Publications;

namespace VksServerless.Web.Api.Publications;

/// <summary>The sector report as it waits for approval, as the document that is handed in for signing: without number and day.</summary>
public sealed class WaitingDocument(IForms forms, IOfficialDocument official)
{
    public async Task<IResult> Of(WaitingReport waiting, CancellationToken cancellation)
    {
        var form = (await forms.Find(waiting.Report.Form, cancellation))!;
        return Results.Bytes(
            official.Docx(new OfficialReport(waiting.Report), form, SigningDetails.Usual),
            FrozenPublication.Docx,
            $"du-thao-bao-cao-{waiting.Cycle.Id}.docx");
    }
}
