using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Notices;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Notices;

/// <summary>Which mails went out to whom, of a cycle or of all.</summary>
internal sealed class MailPages(IMailLog log) : IPages
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder portal) => portal.MapGet("mails", List);

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.ReadsMails(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        MailFile? file = MailFile.TryParse(request.Query["cycle"], out var named) ? named : null;
        var continuation = request.Query["continuation"].ToString() is { Length: > 0 } next ? next : null;
        var page = await log.List(file, PageSize, continuation, cancellation);
        return PageResult.Of<MailsPage>(new
        {
            Mails = page.Items,
            File = file,
            Next = page.Continuation,
            IsFirst = continuation is null,
            ReadsTexts = Permission.ReadsMailTexts(request.Caller()),
        });
    }
}
