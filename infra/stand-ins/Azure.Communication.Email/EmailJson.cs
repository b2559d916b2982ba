using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Communication.Email;

/// <summary>A message as the service's REST interface takes it.</summary>
internal static class EmailJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static object Of(EmailMessage message) => new
    {
        Headers = message.Headers.Count == 0 ? null : message.Headers,
        message.SenderAddress,
        Content = new { message.Content.Subject, message.Content.PlainText, message.Content.Html },
        Recipients = new
        {
            To = message.Recipients.To,
            Cc = NullIfEmpty(message.Recipients.CC),
            Bcc = NullIfEmpty(message.Recipients.BCC),
        },
        Attachments = NullIfEmpty([.. message.Attachments.Select(attachment => new
        {
            attachment.Name,
            attachment.ContentType,
            ContentInBase64 = Convert.ToBase64String(attachment.Content.ToMemory().Span),
            attachment.ContentId,
        })]),
        ReplyTo = NullIfEmpty(message.ReplyTo),
        message.UserEngagementTrackingDisabled,
    };

    private static IList<T> NullIfEmpty<T>(IList<T> items) => items.Count == 0 ? null : items;
}
