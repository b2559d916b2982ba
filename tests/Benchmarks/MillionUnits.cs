using System.Globalization;
using System.Text;
using VksServerless.Application.Totals;
using VksServerless.Figures;
using VksServerless.Totals;

namespace VksServerless.Benchmarks;

/// <summary>
/// A made-up sector of four levels: the head, 64 below it, a second level under those of uneven size, the rest under that; all
/// but the head report. Counts, money and fractions of up to four places, negative ones among them, some missing.
/// </summary>
internal sealed class MillionUnits
{
    public const int Indicators = 40;
    private const int Provinces = 64;
    private readonly int[] _superiors;

    public MillionUnits(int units)
    {
        Units = units;
        Second = units / 62;
        _superiors = new int[units + 1];
        _superiors[0] = -1;
        for (var unit = 1; unit <= units; unit++)
        {
            _superiors[unit] = unit <= Provinces ? 0
                : unit <= Provinces + Second ? 1 + Uneven(unit - Provinces - 1, Second, Provinces)
                : 1 + Provinces + Uneven(unit - Provinces - Second - 1, units - Provinces - Second, Second);
        }

        Shape = TreeShape.Of(_superiors);
    }

    public int Units { get; }

    public int Second { get; }

    public TreeShape Shape { get; }

    public static int ScaleOf(int indicator) => indicator % 5;

    /// <summary>The head, the provinces, the second level: the numbers before all others.</summary>
    public int Superiors => 1 + Provinces + Second;

    public NumberColumn Column(int indicator)
    {
        var values = new decimal?[Units + 1];
        for (var unit = 1; unit <= Units; unit++)
        {
            values[unit] = Value(unit, indicator);
        }

        return NumberColumn.Of(Shape, values);
    }

    /// <summary>A line a unit: its province, its superior of the second level (itself, where it is one), its values.</summary>
    public async Task Write(string path)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        var line = new StringBuilder();
        for (var unit = 1; unit <= Units; unit++)
        {
            var second = unit < Superiors ? unit : _superiors[unit];
            line.Clear().Append(CultureInfo.InvariantCulture, $"{(second <= Provinces ? second : _superiors[second])},{second}");
            for (var indicator = 0; indicator < Indicators; indicator++)
            {
                line.Append(',').Append(CultureInfo.InvariantCulture, $"{Value(unit, indicator)}");
            }

            await file.WriteLineAsync(line);
        }
    }

    /// <summary>Later ones have fewer below them.</summary>
    private static int Uneven(int number, int of, int among) => (int)(among * Math.Pow((double)number / of, 0.8));

    private static decimal? Value(int unit, int indicator)
    {
        var mixed = Mixed(((ulong)unit << 8) | (uint)indicator);
        // Counts of up to 4 digits, figures of up to 9, and every tenth is money of up to 17: more than sums of longs hold.
        var digits = indicator % 10 == 5 ? 100_000_000_000_000_000UL : indicator % 2 == 0 ? 10_000UL : 1_000_000_000UL;
        return mixed % 100 < (ulong)(indicator % 4 * 10)
            ? null
            : new decimal((long)(mixed % digits) * (mixed % 101 < 3 ? -1 : 1)) / Power(ScaleOf(indicator));
    }

    private static decimal Power(int scale) => scale switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1000, _ => 10_000 };

    /// <summary>splitmix64.</summary>
    private static ulong Mixed(ulong seed)
    {
        seed += 0x9E3779B97F4A7C15;
        seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
        seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EB;
        return seed ^ (seed >> 31);
    }
}
