using Microsoft.DurableTask.Client;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// The worker gives its Durable client to a trigger as a binding and never as a service; use cases are services. So a trigger
/// lends them the client for as long as it runs.
/// </summary>
public sealed class LentDurableClient
{
    private readonly AsyncLocal<DurableTaskClient?> _client = new();

    /// <exception cref="InvalidOperationException">The running function has no [DurableClient] parameter.</exception>
    public DurableTaskClient Client =>
        _client.Value ?? throw new InvalidOperationException("Bind [DurableClient] in this function and lend it.");

    /// <summary>Until the result is disposed, in whatever the caller awaits.</summary>
    public IDisposable Lend(DurableTaskClient client)
    {
        _client.Value = client;
        return new Loan(_client);
    }

    private sealed class Loan(AsyncLocal<DurableTaskClient?> client) : IDisposable
    {
        public void Dispose() => client.Value = null;
    }
}
