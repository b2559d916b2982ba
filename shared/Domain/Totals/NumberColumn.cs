using System.Numerics;
using VksServerless.Figures;

namespace VksServerless.Totals;

/// <summary>
/// One number of every unit of a tree, exact, laid out as <see cref="TreeShape"/> has it: whole numbers of one scale wherever
/// they fit, decimals else. Which sums cannot overflow is known before anything is added, so adding looks for nothing.
/// </summary>
public abstract class NumberColumn
{
    private protected NumberColumn()
    {
    }

    /// <param name="values">Of each unit, under its number in the tree; null: it has none.</param>
    public static NumberColumn Of(TreeShape shape, ReadOnlySpan<decimal?> values)
    {
        var present = new Presence(shape.Count);
        byte scale = 0;
        for (var number = 0; number < values.Length; number++)
        {
            if (values[number] is { } value)
            {
                present.Add(shape.PlaceOf(number));
                scale = Math.Max(scale, Exact.Normalise(value).Scale);
            }
        }

        return InWholes(shape, values, present, scale) ?? InDecimals(shape, values, present);
    }

    /// <summary>Of every place the sum over it and all below it, and over how many units: one pass, no allocation for a unit.</summary>
    public abstract ColumnTotals Sum(TreeShape shape);

    private static NumberColumn? InWholes(TreeShape shape, ReadOnlySpan<decimal?> values, Presence present, byte scale)
    {
        var wholes = new long[shape.Count];
        Int128 widest = 0;
        for (var number = 0; number < values.Length; number++)
        {
            if (values[number] is not { } value)
            {
                continue;
            }

            if (Scaled.From(value, scale) is not { } whole)
            {
                return null;
            }

            wholes[shape.PlaceOf(number)] = whole;
            widest = Int128.Max(widest, Int128.Abs(whole));
        }

        return widest * shape.Count <= long.MaxValue
            ? new Column<long, long>(wholes, present, Add, whole => Scaled.ToDecimal(whole, scale), sum => Scaled.ToDecimal(sum, scale))
            : new Column<long,
            Int128>(wholes, present, AddWide, whole => Scaled.ToDecimal(whole, scale), sum => Scaled.ToDecimal(sum, scale));
    }

    private static Column<decimal, decimal> InDecimals(TreeShape shape, ReadOnlySpan<decimal?> values, Presence present)
    {
        var decimals = new decimal[shape.Count];
        for (var number = 0; number < values.Length; number++)
        {
            decimals[shape.PlaceOf(number)] = values[number] ?? 0;
        }

        return new Column<decimal, decimal>(decimals, present, AddDecimals, Exact.Normalise, Exact.Normalise);
    }

    private static long Add(ReadOnlySpan<long> stretch)
    {
        var (sums, at) = (Vector<long>.Zero, 0);
        for (; at <= stretch.Length - Vector<long>.Count; at += Vector<long>.Count)
        {
            sums += new Vector<long>(stretch[at..]);
        }

        var sum = Vector.Sum(sums);
        for (; at < stretch.Length; at++)
        {
            sum += stretch[at];
        }

        return sum;
    }

    private static Int128 AddWide(ReadOnlySpan<long> stretch)
    {
        Int128 sum = 0;
        foreach (var whole in stretch)
        {
            sum += whole;
        }

        return sum;
    }

    private static decimal AddDecimals(ReadOnlySpan<decimal> stretch)
    {
        var sum = 0m;
        foreach (var value in stretch)
        {
            sum += value;
        }

        return sum;
    }

    private delegate TSum Adding<T, TSum>(ReadOnlySpan<T> stretch);

    private sealed class Column<T,
    TSum>(T[] values, Presence present, Adding<T, TSum> add, Func<T, decimal> read, Func<TSum, decimal> readSum)
        : NumberColumn
        where TSum : struct, INumber<TSum>
    {
        public override ColumnTotals Sum(TreeShape shape)
        {
            var (sums, units) = (new TSum[shape.Superiors], new int[shape.Superiors]);
            for (var place = shape.Superiors - 1; place >= 0; place--)
            {
                var leaves = shape.LeavesUnder(place);
                var sum = add(values.AsSpan(place, 1)) + add(values.AsSpan(leaves));
                var count = present.Count(place..(place + 1)) + present.Count(leaves);
                var superiors = shape.SuperiorsUnder(place);
                for (var below = superiors.Start.Value; below < superiors.End.Value; below++)
                {
                    sum += sums[below];
                    count += units[below];
                }

                (sums[place], units[place]) = (sum, count);
            }

            return new ColumnTotals(
                place => place < sums.Length ? readSum(sums[place]) : read(values[place]),
                place => place < units.Length ? units[place] : present.Count(place..(place + 1)));
        }
    }
}

/// <summary>What a <see cref="NumberColumn"/> adds up to at every place of the tree.</summary>
public sealed class ColumnTotals(Func<int, decimal> sum, Func<int, int> units)
{
    /// <summary>0 where nobody has a value; without trailing zeros.</summary>
    public decimal SumAt(int place) => sum(place);

    /// <summary>How many units have a value.</summary>
    public int UnitsAt(int place) => units(place);
}
