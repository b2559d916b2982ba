namespace VksServerless.Emulation.Bus.Topics;

/// <summary>The receivers of a queue. They compete: each message goes to the next one that wants any.</summary>
internal sealed class Consumers
{
    private readonly List<Consumer> _all = [];
    private int _turn;

    public void Add(Consumer consumer) => _all.Add(consumer);

    public void Remove(Consumer consumer) => _all.Remove(consumer);

    public Consumer? Next()
    {
        for (var tried = 0; tried < _all.Count; tried++)
        {
            _turn = (_turn + 1) % _all.Count;
            if (_all[_turn].HasCredit)
            {
                return _all[_turn];
            }
        }

        return null;
    }

    /// <summary>Those that drain have got what there was: they are to be told, and get nothing until they ask again.</summary>
    public IReadOnlyList<Consumer> TakeDrained()
    {
        var drained = _all.Where(consumer => consumer.IsDraining).ToList();
        drained.ForEach(consumer => consumer.ForgetCredit());
        return drained;
    }
}
