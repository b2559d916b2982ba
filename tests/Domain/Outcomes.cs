namespace VksServerless.Tests;

internal static class Outcomes
{
    /// <summary>What came of it, or what there was when it was refused.</summary>
    public static T OrElse<T>(this Outcome<T> outcome, T before) => outcome.Match(done => done, _ => before);
}
