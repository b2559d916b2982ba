namespace VksServerless.Faults.Faults;

/// <summary>Sees every operation that changes the store, counted from 1, and may come between.</summary>
internal sealed class FaultPlan
{
    private int _operations;
    private volatile bool _watching;

    public int Operations => Volatile.Read(ref _operations);

    /// <summary>Before the operation is done; an exception keeps it from being done.</summary>
    public Action<int> Before { get; set; } = _ => { };

    /// <summary>After it is done; an exception loses the reply.</summary>
    public Action<int> After { get; set; } = _ => { };

    public void Watch(bool watching = true) => _watching = watching;

    public async Task<T> Around<T>(Func<Task<T>> operation)
    {
        if (!_watching)
        {
            return await operation();
        }

        var number = Interlocked.Increment(ref _operations);
        Before(number);
        var result = await operation();
        After(number);
        return result;
    }
}

/// <summary>What a store's client throws when the line is cut.</summary>
internal sealed class LineCutException() : IOException("The line to the store was cut.");
