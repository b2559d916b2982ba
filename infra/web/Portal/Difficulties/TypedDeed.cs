using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Portal.Difficulties;

/// <summary>What was typed into one of the forms under a difficulty, and why it was not taken.</summary>
/// <param name="Deed">assign, answer, verdict, close or reopen; empty: nothing was sent.</param>
public sealed record TypedDeed(
    string Deed, string Unit, string Person, string Note, string Due, string Guidance, string Helped, string Words, Refusal? Refusal)
{
    public static TypedDeed None { get; } = new("", "", "", "", "", "", "", "", null);

    public static TypedDeed Of(string deed, IFormCollection posted) => new(
        deed, posted["unit"].ToString(), posted["person"].ToString(), Lines(posted["note"].ToString()), posted["due"].ToString(),
        Lines(posted["guidance"].ToString()), posted["helped"].ToString(), Lines(posted["words"].ToString()), null);

    /// <summary>The faults at an input of the form of that deed.</summary>
    public IReadOnlyList<FieldError> At(string deed, string input) => Refusal is null || deed != Deed
        ? []
        : [.. Refusal.Errors.Where(error => error.Place == $"/{input}")];

    /// <summary>As the page shows it: a refusal about one input stands at that input.</summary>
    public TypedDeed Refused(Refusal refusal) => this with
    {
        Refusal = refusal.Errors.Count > 0 || InputOf(refusal) is not { } input
            ? refusal
            : refusal with { Errors = [new FieldError($"/{input}", refusal.Type, refusal.Detail)] },
    };

    public string? LinkOf(string place) => Deed.Length == 0 || place.Length < 2 ? null : $"#{Deed}-{place[1..]}";

    private string? InputOf(Refusal refusal) => refusal.Type switch
    {
        "reason-missing" => Deed == "assign" ? "note" : "words",
        "difficulty-assignee" => "unit",
        "difficulty-limit" => "due",
        _ => null,
    };

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();
}
