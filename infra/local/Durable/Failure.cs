using System.Text.Json;
using Microsoft.DurableTask;

namespace VksServerless.Local.Durable;

/// <summary>A failure as it is stored.</summary>
internal sealed record Failure(string Type, string Message, string? Stack, Failure? Inner)
{
    public static Failure Of(Exception exception) => exception is TaskFailedException failed
        ? new Failure(typeof(TaskFailedException).FullName!, failed.Message, failed.StackTrace, Of(failed.FailureDetails))
        : Of(TaskFailureDetails.FromException(exception));

    public static Failure Of(TaskFailureDetails details) => new(
        details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? Of(inner) : null);

    public static Failure? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<Failure>(json);

    public string ToJson() => JsonSerializer.Serialize(this);

    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);
}
