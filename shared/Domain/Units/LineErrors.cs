using System.Globalization;

namespace VksServerless.Units;

/// <summary>
/// The faults of a file, each at its line. Counts them all and keeps the first thousand: a hostile file must not fill the memory.
/// </summary>
/// <param name="places">How the place of a line is said; left out: "line 12".</param>
public sealed class LineErrors(Func<int, string>? places = null)
{
    private const int Kept = 1_000;
    private readonly List<(int Line, FieldError Error)> _kept = [];

    /// <summary>How many there were, kept or not.</summary>
    public int Count { get; private set; }

    /// <summary>Those kept, from the top of the file to its end.</summary>
    public IReadOnlyList<FieldError> InOrder => [.. _kept.OrderBy(entry => entry.Line).Select(entry => entry.Error)];

    /// <param name="line">The heading being line 1.</param>
    /// <param name="rule">Stable English identifier.</param>
    /// <param name="message">In Vietnamese.</param>
    public void Add(int line, string rule, string message)
    {
        Count++;
        if (_kept.Count < Kept)
        {
            _kept.Add(
                (line, new FieldError(places?.Invoke(line) ?? string.Create(CultureInfo.InvariantCulture, $"line {line}"), rule, message)));
        }
    }
}
