namespace VksServerless.Kernel;

public static class Exact
{
    /// <summary>The same value without trailing zeros, so that 1.0 and 1 are written and hashed alike.</summary>
    public static decimal Normalise(decimal value) => value / 1.0000000000000000000000000000m;
}
