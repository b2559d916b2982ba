using Azure.Core;
using Azure.Core.Pipeline;

namespace VksServerless.Contracts.Azurite;

/// <summary>A line on which one request that fits, or its reply, comes to grief once it is armed.</summary>
internal sealed class FaultyTransport : HttpPipelineTransport
{
    private readonly HttpPipelineTransport _line = HttpClientTransport.Shared;
    private Func<Request, bool>? _fits;
    private Func<HttpMessage, Func<Task>, Task> _fault = (_, _) => Task.CompletedTask;

    public bool Armed => _fits is not null;

    /// <summary>The service does what it is asked and its reply is lost; then <paramref name="meanwhile"/> happens.</summary>
    public void LoseReply(Func<Request, bool> fits, Func<Task>? meanwhile = null) => Arm(fits, async (message, send) =>
    {
        await send();
        message.Response.IsError.ShouldBeFalse("The service was to do it.");
        message.Response.Dispose();
        await Lost(meanwhile);
    });

    /// <summary>The service never hears of it.</summary>
    public void LoseRequest(Func<Request, bool> fits, Func<Task>? meanwhile = null) => Arm(fits, (_, _) => Lost(meanwhile));

    /// <summary>The service, or what stands before it, turns it away.</summary>
    public void TurnAway(Func<Request, bool> fits, int status) => Arm(fits, (message, _) =>
    {
        message.Response = new TurnedAway(status) { ClientRequestId = message.Request.ClientRequestId };
        return Task.CompletedTask;
    });

    public override Request CreateRequest() => _line.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything is asynchronous here.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (_fits?.Invoke(message.Request) is true)
        {
            _fits = null;
            await _fault(message, async () => await _line.ProcessAsync(message));
        }
        else
        {
            await _line.ProcessAsync(message);
        }
    }

    private static async Task Lost(Func<Task>? meanwhile)
    {
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        throw new IOException("The line is broken.");
    }

    private void Arm(Func<Request, bool> fits, Func<HttpMessage, Func<Task>, Task> fault) => (_fits, _fault) = (fits, fault);
}
