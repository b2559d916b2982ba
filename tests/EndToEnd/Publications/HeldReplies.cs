using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.EndToEnd.Publications;

/// <summary>The server's own replies, whose next reading can be held up after it was done.</summary>
internal sealed class HeldReplies(IOpinionReplies inner) : IOpinionReplies
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _next;

    public static void Decorate(IServiceCollection services, Action<HeldReplies> made)
    {
        var own = services.Last(service => service.ServiceType == typeof(IOpinionReplies)).ImplementationType!;
        services.AddSingleton<IOpinionReplies>(provider =>
        {
            var replies = new HeldReplies((IOpinionReplies)ActivatorUtilities.CreateInstance(provider, own));
            made(replies);
            return replies;
        });
    }

    /// <returns>When somebody has read and is held.</returns>
    public Task HoldTheNextReading()
    {
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _next.Task;
    }

    public void Release() => _release.SetResult();

    public async Task<IReadOnlyDictionary<string, RecordedReply>> Of(CycleId cycle, CancellationToken cancellation)
    {
        var read = await inner.Of(cycle, cancellation);
        if (Interlocked.Exchange(ref _next, null) is { } reading)
        {
            reading.SetResult();
            await _release.Task.WaitAsync(cancellation);
        }

        return read;
    }

    public Task Save(CycleId cycle, IReadOnlyDictionary<string, RecordedReply?> replies, CancellationToken cancellation) =>
        inner.Save(cycle, replies, cancellation);
}
