using FsCheck;
using FsCheck.Fluent;

namespace VksServerless.Tests;

/// <summary>
/// A sentence that must hold for whatever is thrown at it; what breaks it is made as small as it goes and shown with its seed.
/// </summary>
internal static class Law
{
    private const int Tries = 500;

    public static void Holds<T>(Action<T> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(law));

    public static void Holds<T1, T2>(Action<T1, T2> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(law));

    public static void Holds<T1, T2, T3>(Action<T1, T2, T3> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(law));
}
