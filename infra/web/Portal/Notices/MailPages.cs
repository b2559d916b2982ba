using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Notices;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Notices;

/// <summary>Which mails went out to whom, and those that failed sent again.</summary>
internal sealed class MailPages(FindMails find, SendMailAgain again, FindCycles cycles) : IPages
{
    private const int PageSize = 50;
    private const int LongestFilter = 200;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("mails", List);
        portal.MapPost("mails/again", SendAgain);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var (me, filter) = (request.Caller(), FilterIn(request.Query));
        var continuation = request.Query["continuation"].ToString() is { Length: > 0 and <= 2000 } next ? next : null;
        var page = await find.Execute(filter, me, PageSize, continuation, cancellation);
        return page.Refusal is { } refusal
            ? ReportPages.Refused(refusal, refusal == AccessRefusals.NotPermitted ? "/portal" : MailAddress.All)
            : PageResult.Of<MailsPage>(new
            {
                Mails = page.Value.Items,
                Filter = filter,
                Cycles = (IReadOnlyList<Cycle>)[.. (await cycles.Execute(me, "", "", cancellation)).Where(cycle => !cycle.IsDraft)],
                Next = page.Value.Continuation,
                IsFirst = continuation is null,
                ReadsTexts = Permission.ReadsMailTexts(me),
                SendsAgain = Permission.SendsMailsAgain(me),
                Done = DoneText(request.Query["done"].ToString()),
            });
    }

    private async Task<IResult> SendAgain(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.SendsMailsAgain(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var sent = MailFile.TryParse(posted["file"], out var file)
            ? await again.Execute(file, posted["mail"].ToString(), me, cancellation)
            : MailRefusals.Unknown;
        return sent.Refusal is { } refusal
            ? ReportPages.Refused(refusal, MailAddress.All)
            : Results.LocalRedirect($"{MailAddress.All}?cycle={file}&done={sent.Value.State.ToString().ToLowerInvariant()}");
    }

    private static MailFilter FilterIn(IQueryCollection query) => new(
        MailFile.TryParse(query["cycle"], out var named) ? named : null,
        Enum.TryParse<MailState>(query["state"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
        MailKinds.All.TryGetValue(query["kind"].ToString(), out var name)
            ? [.. MailKinds.All.Where(kind => kind.Value == name).Select(kind => kind.Key)]
            : null,
        Short(query["unit"].ToString()),
        Short(query["search"].ToString()));

    private static string Short(string text) =>
        text.Trim() is var trimmed && trimmed.Length > LongestFilter ? trimmed[..LongestFilter] : trimmed;

    private static string DoneText(string done) => done switch
    {
        "sent" => "Thư đã được gửi lại.",
        "waiting" => "Thư đã vào hàng chờ và sẽ được gửi lại.",
        "failed" => "Đã gửi lại nhưng nơi nhận vẫn từ chối; xem lý do mới ở thư đó. Kiểm tra địa chỉ thư trong danh bạ.",
        _ => "",
    };
}

/// <summary>Where the log of mails lies.</summary>
internal static class MailAddress
{
    public const string All = "/portal/mails";
}
