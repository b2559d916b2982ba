using System.Diagnostics;

namespace VksServerless.Application;

/// <summary>
/// One trace from a request to the mails that follow from it: what a request commits carries its trace, and handling that continues it.
/// </summary>
public static class Tracing
{
    /// <summary>The source of the spans, for exporters and listeners.</summary>
    public const string SourceName = nameof(VksServerless);

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The running span as a W3C traceparent; null outside a trace.</summary>
    public static string? Here => Activity.Current is { IdFormat: ActivityIdFormat.W3C } running ? running.Id : null;

    /// <summary>The correlation id that people are shown: the trace's 32 hexadecimal digits; null outside a trace.</summary>
    public static string? Id => IdOf(Here);

    /// <returns>Null when it is no traceparent.</returns>
    public static string? IdOf(string? traceparent) => Parse(traceparent) is { } parsed ? parsed.TraceId.ToHexString() : null;

    /// <summary>Begins a span. It runs even when nobody listens, so that what follows still knows its trace.</summary>
    /// <param name="parent">A traceparent to continue; null or malformed: the running span is the parent.</param>
    /// <param name="others">Traceparents of what is handled together with it: they are linked.</param>
    public static Activity Begin(
        string name, string? parent = null, ActivityKind kind = ActivityKind.Internal, IEnumerable<string?>? others = null)
    {
        var running = Activity.Current?.Context;
        var context = Parse(parent) is { } continued && continued.TraceId != running?.TraceId ? continued : running ?? default;
        var links = (others ?? []).Select(Parse).Append(running).OfType<ActivityContext>()
            .Where(other => other.TraceId != context.TraceId).Distinct().Select(other => new ActivityLink(other));
        return Source.StartActivity(name, kind, context, links: links) ?? Unheard(name, context);
    }

    private static Activity Unheard(string name, ActivityContext parent)
    {
        var span = new Activity(name);
        if (parent != default)
        {
            span.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        }

        return span.Start();
    }

    private static ActivityContext? Parse(string? traceparent) =>
        ActivityContext.TryParse(traceparent, null, isRemote: true, out var parsed) ? parsed : null;
}
