using VksServerless.Local.Access;
using VksServerless.Units;

namespace VksServerless.Local.Edition;

/// <summary>What this edition serves beside the application: signing in, and pages for a person with a browser.</summary>
internal static class Pages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/local/sign-in", SignIn);

    /// <summary>A token for a sample person. The body must be JSON, which a foreign page cannot send unasked.</summary>
    private static async Task<IResult> SignIn(SignInBody body, SampleIssuer issuer, IDirectoryStore directories, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        return SamplePeople.Find(body.Person, directory) is { } person
            ? Results.Json(new SignedInView(issuer.TokenFor(person), person.Name, person.Role, person.Unit.ToString()))
            : Results.NotFound();
    }

    private sealed record SignInBody(string? Person);

    private sealed record SignedInView(string Token, string Name, string Role, string Unit);
}
