namespace VksServerless.Emulation.Bus;

/// <summary>Counts what is done. Anyone may write and read at any time.</summary>
internal sealed class UseLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Entity, BusOperation Operation), long> _times = [];

    public void Add(string entity, BusOperation operation, int times = 1)
    {
        lock (_gate)
        {
            _times[(entity, operation)] = _times.GetValueOrDefault((entity, operation)) + times;
        }
    }

    public IReadOnlyList<BusUse> Read()
    {
        lock (_gate)
        {
            return [.. _times.Where(use => use.Value > 0).Select(use => new BusUse(use.Key.Entity, use.Key.Operation, use.Value))];
        }
    }
}
