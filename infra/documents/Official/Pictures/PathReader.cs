using System.Globalization;
using System.Text.RegularExpressions;

namespace VksServerless.Documents.Official.Pictures;

/// <summary>Reads the paths of drawings: M, L, H and V, absolute or relative.</summary>
internal static partial class PathReader
{
    public static IEnumerable<IReadOnlyList<Spot>> Read(string path)
    {
        var line = new List<Spot>();
        foreach (Match step in Steps().Matches(path))
        {
            var command = step.Groups["command"].Value[0];
            var at = char.IsLower(command) && line.Count > 0 ? line[^1] : default;
            var last = line.Count > 0 ? line[^1] : default;
            var numbers = Numbers().Matches(step.Groups["numbers"].Value)
                .Select(number => double.Parse(number.Value, CultureInfo.InvariantCulture)).ToArray();
            if (char.ToUpperInvariant(command) == 'M' && line.Count > 1)
            {
                yield return line;
            }

            line = char.ToUpperInvariant(command) == 'M' ? [] : line;
            line.Add(char.ToUpperInvariant(command) switch
            {
                'H' => last with { X = at.X + numbers[0] },
                'V' => last with { Y = at.Y + numbers[0] },
                _ => new Spot(at.X + numbers[0], at.Y + numbers[1]),
            });
        }

        if (line.Count > 1)
        {
            yield return line;
        }
    }

    [GeneratedRegex("(?<command>[MLHVmlhv])(?<numbers>[^MLHVmlhv]*)")]
    private static partial Regex Steps();

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
