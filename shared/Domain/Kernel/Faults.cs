namespace VksServerless.Kernel;

/// <summary>What is wrong in a report, gathered while it is read.</summary>
internal sealed class Faults
{
    /// <summary>More faults than anybody corrects at once.</summary>
    private const int Most = 1000;

    private readonly List<FieldError> _all = [];

    public IReadOnlyList<FieldError> All => _all;

    public void Add(string place, string rule, string message)
    {
        if (_all.Count < Most)
        {
            _all.Add(new FieldError(place, rule, message));
        }
    }

    /// <summary>Nothing could be read there.</summary>
    public T? Add<T>(string place, string rule, string message)
    {
        Add(place, rule, message);
        return default;
    }

    /// <summary>A name as a part of an RFC 6901 pointer; of a long one its beginning.</summary>
    public static string Escape(string name) =>
        (name.Length > 80 ? name[..80] : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
