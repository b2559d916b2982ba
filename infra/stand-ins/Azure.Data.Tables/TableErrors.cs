using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads <c>{"odata.error":{"code":…,"message":{"value":"2:…"}}}</c>; the number is the failed action of a transaction.</summary>
internal sealed class TableErrors : RequestFailedDetailsParser
{
    public const string FailedAction = "FailedAction";

    public static RequestFailedException From(Response response) => new(response, null, new TableErrors());

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        (error, data) = (null, null);
        try
        {
            using var body = JsonDocument.Parse(response.Content);
            var told = body.RootElement.GetProperty("odata.error");
            var message = told.GetProperty("message").GetProperty("value").GetString();
            error = new ResponseError(told.GetProperty("code").GetString(), message);
            var colon = message.IndexOf(':', StringComparison.Ordinal);
            data = new Dictionary<string, string>();
            if (colon > 0 && message.AsSpan(0, colon).ContainsAnyExceptInRange('0', '9') is false)
            {
                data[FailedAction] = message[..colon];
            }

            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }
}
