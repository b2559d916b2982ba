using Microsoft.DurableTask;

namespace VksServerless.Local.Durable;

/// <summary>Something that an orchestrator waits for.</summary>
internal abstract class OpenTask
{
    public abstract void Answer(string? result);

    public abstract void Fail(Exception failure);
}

internal sealed class OpenTask<T>(string name, DataConverter converter) : OpenTask
{
    private readonly TaskCompletionSource<T> _source = new();

    public string Name => name;

    public Task<T> Task => _source.Task;

    public override void Answer(string? result)
    {
        T value;
        try
        {
            value = converter.Deserialize<T>(result)!;
        }
        catch (Exception unreadable)
        {
            _source.TrySetException(unreadable);
            return;
        }

        _source.TrySetResult(value);
    }

    public override void Fail(Exception failure) => _source.TrySetException(failure);

    public bool Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
}
