using System.Text.Json.Serialization;
using VksServerless.Reports;

namespace VksServerless.Notices;

/// <summary>Thư: one message to one address.</summary>
/// <param name="Key">The same notice to the same address always has the same key: it is sent once. Letters, digits, - _ . | only.</param>
/// <param name="File">In JSON still "cycle".</param>
/// <param name="Kind">What it is about: the subject of the event.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(
    string Key, [property: JsonPropertyName("cycle")] MailFile File, string Kind, string To, string Subject, string Text)
{
    /// <summary>
    /// The opening notices go to everyone at once, weeks before anything is due: what answers somebody goes out before them.
    /// </summary>
    [JsonIgnore]
    public bool CanWait => Kind == nameof(UnitObliged);
}

/// <summary>A mail as the log has it.</summary>
/// <param name="SentAt">Null: not handed to the mail server, yet or for good.</param>
/// <param name="Refused">Not null: it will never go out.</param>
/// <param name="Trace">The W3C traceparent of what called for it; null when there was none.</param>
public sealed record LoggedMail(
    Mail Mail, DateTimeOffset RecordedAt, DateTimeOffset? SentAt, MailRefusal? Refused = null, string? Trace = null);

/// <param name="Why">As the carrier said it.</param>
public sealed record MailRefusal(DateTimeOffset At, string Why);
