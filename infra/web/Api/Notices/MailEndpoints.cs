using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application;
using VksServerless.Application.Notices;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Notices;

/// <summary>Which mails went out to whom.</summary>
public sealed class MailEndpoints(IMailLog log) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGet("mails", ListMails);

    [Operation("Thư đã gửi (?cycle= để chỉ lấy một kỳ)", typeof(PageView<MailView>), Paged = true, Query = ["cycle"])]
    public async Task<IResult> ListMails(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.ReadsMails(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var paging = Paging.Read(request, usual: 100, max: 1000);
        MailFile? file = MailFile.TryParse(request.Query["cycle"], out var named) ? named : null;
        return paging.Refusal is { } refusal ? Reply.Problem(refusal)
            : file is null && request.Query.ContainsKey("cycle")
                ? Reply.Problem(
                    CycleRefusals.Unknown(
                        request.Query["cycle"].ToString() is { Length: > 40 } given ? given[..40] : request.Query["cycle"].ToString()))
            : Reply.Ok((await log.List(file, paging.Value.Size, paging.Value.Continuation, cancellation))
                .ToView(logged => MailView.Of(logged, Permission.ReadsMailTexts(request.Caller()))));
    }
}

/// <param name="Cycle">The cycle; of a mail about a difficulty the name of the desk.</param>
/// <param name="Subject">Null to those who do not read what units say in their difficulties.</param>
/// <param name="SentAt">Null: not handed to the mail server, yet or for good.</param>
/// <param name="Refused">Why it will never go out.</param>
/// <param name="TraceId">Of what called for it.</param>
public sealed record MailView(
    MailFile Cycle, string Kind, string To, string? Subject, DateTimeOffset RecordedAt, DateTimeOffset? SentAt, string? Refused,
    string? TraceId)
{
    public static MailView Of(LoggedMail logged, bool readsTexts) =>
        new(
            logged.Mail.File, logged.Mail.Kind, logged.Mail.To,
            readsTexts || logged.Mail.File != MailFile.Desk ? logged.Mail.Subject : null,
            logged.RecordedAt, logged.SentAt, logged.Refused?.Why,
            Tracing.IdOf(logged.Trace));
}
