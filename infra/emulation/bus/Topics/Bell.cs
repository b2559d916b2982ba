using System.Threading.Channels;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Wakes the one who waits; ringing several times before that wakes it once.</summary>
internal sealed class Bell
{
    private static readonly TimeSpan AtMost = TimeSpan.FromHours(1);

    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <param name="patience">It wakes by itself after that time; null: after an hour.</param>
    public async Task Wait(TimeSpan? patience, CancellationToken stopping)
    {
        var most = patience is { } time && time < AtMost ? time : AtMost;
        if (most <= TimeSpan.Zero)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        over.CancelAfter(most);
        try
        {
            await _rung.Reader.ReadAsync(over.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
        }
    }
}
