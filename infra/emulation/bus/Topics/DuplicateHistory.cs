namespace VksServerless.Emulation.Bus.Topics;

/// <summary>The ids that were seen in the last while. Seeing one again does not keep it longer.</summary>
internal sealed class DuplicateHistory(TimeSpan window)
{
    private readonly Queue<(string Id, DateTimeOffset SeenAt)> _inOrder = [];
    private readonly HashSet<string> _ids = [];

    /// <returns>False: the id is remembered.</returns>
    public bool IsNew(string id, DateTimeOffset now)
    {
        while (_inOrder.TryPeek(out var oldest) && oldest.SeenAt + window <= now)
        {
            _ids.Remove(_inOrder.Dequeue().Id);
        }

        if (!_ids.Add(id))
        {
            return false;
        }

        _inOrder.Enqueue((id, now));
        return true;
    }
}
