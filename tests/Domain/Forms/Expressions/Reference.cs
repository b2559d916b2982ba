using System.Numerics;

namespace VksServerless.Tests.Forms.Expressions;

/// <summary>
/// Decimal arithmetic a second way, in whole numbers of any size: the exact result, rounded half to even to what 96 bits and 28 places hold.
/// </summary>
internal static class Reference
{
    private static readonly BigInteger _limit = BigInteger.One << 96;

    public static decimal? Add(decimal? a, decimal? b) => Of(a, b, (x, y) => (x.Units * y.Parts + y.Units * x.Parts, x.Parts * y.Parts));

    public static decimal? Subtract(decimal? a, decimal? b) =>
        Of(a, b, (x, y) => (x.Units * y.Parts - y.Units * x.Parts, x.Parts * y.Parts));

    public static decimal? Multiply(decimal? a, decimal? b) => Of(a, b, (x, y) => (x.Units * y.Units, x.Parts * y.Parts));

    public static decimal? Divide(decimal? a, decimal? b) => Of(a, b, (x, y) => (x.Units * y.Parts, x.Parts * y.Units));

    /// <summary>Half away from zero.</summary>
    public static decimal? Round(decimal? a, int places)
    {
        if (a is null)
        {
            return null;
        }

        var (units, parts) = Split(a.Value);
        var scaled = BigInteger.Abs(units) * BigInteger.Pow(10, places) * 2;
        return Fit(units.Sign * ((scaled + parts) / (parts * 2)), BigInteger.Pow(10, places));
    }

    public static int? Compare(decimal? a, decimal? b) =>
        a is null || b is null
            ? null
            : (Split(a.Value).Units * Split(b.Value).Parts).CompareTo(Split(b.Value).Units * Split(a.Value).Parts);

    private static decimal? Of(
        decimal? a, decimal? b, Func<(BigInteger Units, BigInteger Parts), (BigInteger Units, BigInteger Parts),
        (BigInteger Units, BigInteger Parts)> exact)
    {
        if (a is null || b is null)
        {
            return null;
        }

        var (units, parts) = exact(Split(a.Value), Split(b.Value));
        return parts.IsZero ? null : Fit(units * parts.Sign, BigInteger.Abs(parts));
    }

    private static (BigInteger Units, BigInteger Parts) Split(decimal value)
    {
        var bits = decimal.GetBits(value);
        var units = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return (bits[3] < 0 ? -units : units, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    private static decimal? Fit(BigInteger units, BigInteger parts)
    {
        for (var places = 28; places >= 0; places--)
        {
            var whole = BigInteger.DivRem(BigInteger.Abs(units) * BigInteger.Pow(10, places), parts, out var rest);
            whole += (rest * 2).CompareTo(parts) is var half && (half > 0 || (half == 0 && !whole.IsEven)) ? 1 : 0;
            if (whole < _limit)
            {
                return new decimal(
                    (int)(uint)(whole & uint.MaxValue), (int)(uint)((whole >> 32) & uint.MaxValue), (int)(uint)(whole >> 64),
                    units.Sign < 0, (byte)places);
            }
        }

        return null;
    }
}
