using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VksServerless.Application.Events;

/// <summary>An event on its way to one subscription.</summary>
/// <param name="Body">UTF-8 JSON: the event as <see cref="EventJson"/> writes it.</param>
/// <param name="Attempt">How often handling it has failed.</param>
/// <param name="Trace">The W3C traceparent of what committed it; null when there was none.</param>
public sealed record EventMessage(ReadOnlyMemory<byte> Body, int Attempt = 0, string? Trace = null)
{
    private const string AttemptName = "attempt";
    private const string TraceName = "trace";
    private const string EventName = "message";

    /// <summary>64 hexadecimal digits: the same event always has the same.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Body.Span));

    /// <summary>As it travels: the event alone, or with the number of the attempt and the trace around it.</summary>
    public ReadOnlyMemory<byte> Write()
    {
        if (Attempt == 0 && Trace is null)
        {
            return Body;
        }

        var written = new ArrayBufferWriter<byte>(Body.Length + 128);
        using var json = new Utf8JsonWriter(written);
        json.WriteStartObject();
        json.WriteNumber(AttemptName, Attempt);
        if (Trace is not null)
        {
            json.WriteString(TraceName, Trace);
        }

        json.WritePropertyName(EventName);
        json.WriteRawValue(Body.Span);
        json.WriteEndObject();
        json.Flush();
        return written.WrittenMemory;
    }

    /// <summary>What has no attempt around it is the event alone, readable or not.</summary>
    public static EventMessage Read(ReadOnlyMemory<byte> written)
    {
        try
        {
            using var json = JsonDocument.Parse(written);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(AttemptName, out var attempt) && attempt.TryGetInt32(out var number)
                && json.RootElement.TryGetProperty(EventName, out var body)
                    ? new EventMessage(Encoding.UTF8.GetBytes(body.GetRawText()), number, TraceIn(json.RootElement))
                    : new EventMessage(written);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new EventMessage(written);
        }
    }

    private static string? TraceIn(JsonElement message) =>
        message.TryGetProperty(TraceName, out var trace) && trace.ValueKind == JsonValueKind.String ? trace.GetString() : null;
}
