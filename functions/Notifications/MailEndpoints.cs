using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;
using VksServerless.Notifications;

namespace VksServerless.Functions.Notifications;

/// <summary>Which mails went out to whom.</summary>
public sealed class MailEndpoints(IMailLog log)
{
    [Function(nameof(ListMails))]
    [Operation("Thư đã gửi (?cycle= để chỉ lấy một kỳ)", typeof(PageView<MailView>), Paged = true, Query = ["cycle"])]
    public async Task<IResult> ListMails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mails")] HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.ReadsMails(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var paging = Paging.Read(request, usual: 100, max: 1000);
        CycleId? cycle = CycleId.TryParse(request.Query["cycle"], out var id) ? id : null;
        return paging.Refusal is { } refusal ? Reply.Problem(refusal)
            : cycle is null && request.Query.ContainsKey("cycle") ? Reply.Problem(CycleRefusals.Unknown(request.Query["cycle"].ToString() is { Length: > 40 } given ? given[..40] : request.Query["cycle"].ToString()))
            : Reply.Ok((await log.List(cycle, paging.Value.Size, paging.Value.Continuation, cancellation)).ToView(MailView.Of));
    }
}

/// <param name="SentAt">Null: not handed to the mail server, yet or for good.</param>
/// <param name="Refused">Why it will never go out.</param>
public sealed record MailView(CycleId Cycle, string Kind, string To, string Subject, DateTimeOffset RecordedAt, DateTimeOffset? SentAt, string? Refused)
{
    public static MailView Of(LoggedMail logged) =>
        new(logged.Mail.Cycle, logged.Mail.Kind, logged.Mail.To, logged.Mail.Subject, logged.RecordedAt, logged.SentAt, logged.Refused?.Why);
}
