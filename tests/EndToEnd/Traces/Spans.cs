using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using VksServerless.Application;

namespace VksServerless.EndToEnd.Traces;

/// <summary>Listens to the spans of this process: those of the system and the requests that come in.</summary>
internal sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Tracing.SourceName or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>In the order in which they began.</summary>
    public IReadOnlyList<Activity> Of(string trace) =>
        [.. _ended.Where(span => span.TraceId.ToHexString() == trace).OrderBy(span => span.StartTimeUtc)];

    /// <summary>One span a line, below and to the right of its parent: name, what it is about, how long it took.</summary>
    public string Tree(string trace)
    {
        var spans = Of(trace);
        var text = new StringBuilder();
        Write(text, spans, spans.Where(span => spans.All(other => other.SpanId != span.ParentSpanId)), 0);
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Write(StringBuilder text, IReadOnlyList<Activity> spans, IEnumerable<Activity> level, int depth)
    {
        foreach (var span in level)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{new string(' ', 2 * depth)}{span.DisplayName}  {Subject(span)}  {span.Duration.TotalMilliseconds:0.0} ms");
            Write(text, spans, spans.Where(child => child.ParentSpanId == span.SpanId), depth + 1);
        }
    }

    private static object? Subject(Activity span) =>
        ((string[])["vks.event", "vks.mail", "vks.cycle", "vks.unit"]).Select(span.GetTagItem).FirstOrDefault(value => value is not null);
}
