namespace VksServerless.Forms.Expressions;

/// <summary>Decimal arithmetic that is blank where there is no result.</summary>
internal static class Exactly
{
    public static decimal? Add(decimal? left, decimal? right) => Try(left, right, decimal.Add);

    public static decimal? Subtract(decimal? left, decimal? right) => Try(left, right, decimal.Subtract);

    public static decimal? Multiply(decimal? left, decimal? right) => Try(left, right, decimal.Multiply);

    public static decimal? Divide(decimal? left, decimal? right) => right == 0 ? null : Try(left, right, decimal.Divide);

    private static decimal? Try(decimal? left, decimal? right, Func<decimal, decimal, decimal> operation)
    {
        try
        {
            return left is { } a && right is { } b ? operation(a, b) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
