namespace VksServerless.Documents.Welcome;

/// <summary>The first page of the server.</summary>
public static class WelcomePage
{
    private static readonly Func<object, ReadOnlyMemory<byte>> Page = Templates.Compile(nameof(WelcomePage));

    public static ReadOnlyMemory<byte> Render(WelcomeModel model) => Page(model);
}

/// <param name="SignInPath">Where a form posts the field "person" to sign in, e.g. /sign-in.</param>
/// <param name="SignOutPath">Where a form posts nothing to sign out.</param>
/// <param name="SignedInAs">Name of the person who is signed in; empty: nobody.</param>
/// <param name="Notice">Why the reader is here and not where he wanted to go; empty: he wanted to come here.</param>
/// <param name="People">Sample people; none: how one signs in is not this page's business.</param>
/// <param name="Links">Where to go from here.</param>
/// <param name="Cycles">Those that the person may see, newest first; null for a visitor who is not signed in.</param>
/// <param name="Publications">Those that the person may read, newest first.</param>
public sealed record WelcomeModel(
    string SignInPath, string SignOutPath, string SignedInAs, string Notice, IReadOnlyList<SamplePerson> People,
    IReadOnlyList<WelcomeLink> Links,
    IReadOnlyList<CycleLine>? Cycles, IReadOnlyList<PublicationLine> Publications)
{
    public bool NoCycles => Cycles is { Count: 0 };
}

/// <param name="Person">What the form posts.</param>
/// <param name="Role">In Vietnamese, e.g. Cán bộ tổng hợp.</param>
/// <param name="Unit">The unit's name.</param>
public sealed record SamplePerson(string Person, string Name, string Role, string Unit);

/// <param name="Href">A path of this site.</param>
/// <param name="About">One sentence.</param>
public sealed record WelcomeLink(string Title, string Href, string About);
