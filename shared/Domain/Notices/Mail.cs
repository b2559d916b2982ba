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
/// <param name="Again">Each time that somebody had it sent again after it had failed, first to last; null: never.</param>
public sealed record LoggedMail(
    Mail Mail, DateTimeOffset RecordedAt, DateTimeOffset? SentAt, MailRefusal? Refused = null, string? Trace = null,
    IReadOnlyList<MailResend>? Again = null)
{
    [JsonIgnore]
    public MailState State => Refused is not null ? MailState.Failed : SentAt is not null ? MailState.Sent : MailState.Waiting;

    /// <summary>Since when it has been tried: from its recording, or from when it was last sent again.</summary>
    [JsonIgnore]
    public DateTimeOffset TriedSince => Again is [.., var last] ? last.At : RecordedAt;

    /// <summary>As the carrier gets it: under a key of its own each time, or it would answer as it did before.</summary>
    [JsonIgnore]
    public Mail ToCarry => Again is { Count: > 0 and var times } ? Mail with { Key = $"{Mail.Key}|again{times}" } : Mail;

    /// <summary>Waits again, as if it had just been recorded.</summary>
    public Outcome<LoggedMail> SendAgain(string by, DateTimeOffset now) => Refused is not { } refused
        ? MailRefusals.NotFailed
        : this with { Refused = null, Again = [.. Again ?? [], new MailResend(now, by, refused)] };
}

public enum MailState
{
    Waiting,
    Sent,
    Failed,
}

/// <param name="By">Who had it sent again, by name.</param>
/// <param name="Refused">Why it had failed before.</param>
public sealed record MailResend(DateTimeOffset At, string By, MailRefusal Refused);

/// <param name="Why">As the carrier said it.</param>
public sealed record MailRefusal(DateTimeOffset At, string Why);
