namespace VksServerless.Figures;

/// <summary>Decimals as whole numbers of a common scale: 12.5 at scale 2 is 1250.</summary>
internal static class Scaled
{
    /// <returns>Null when it does not fit.</returns>
    public static long? From(decimal value, byte scale)
    {
        var normal = Exact.Normalise(value);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(normal, bits);
        if (bits[2] != 0 || bits[1] < 0)
        {
            return null;
        }

        Int128 whole = ((long)bits[1] << 32) | (uint)bits[0];
        for (var step = normal.Scale; step < scale; step++)
        {
            whole *= 10;
            if (whole > long.MaxValue)
            {
                return null;
            }
        }

        return (long)(normal < 0 ? -whole : whole);
    }

    /// <summary>Exact, without trailing zeros; a sum of so many longs as there are units has room.</summary>
    public static decimal ToDecimal(Int128 whole, byte scale)
    {
        var (size, negative) = ((UInt128)Int128.Abs(whole), whole < 0);
        return Exact.Normalise(new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), negative, scale));
    }
}
