using System.Text.Json.Serialization;

namespace VksServerless.Reports;

/// <summary>Trình ký, ký duyệt: where a report stands inside its own unit, before and when it goes up.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Presented), "presented")]
[JsonDerivedType(typeof(SentBack), "sent-back")]
[JsonDerivedType(typeof(Signed), "signed")]
public abstract record Signing
{
    /// <summary>Waits for the head: complete and stored, not yet received.</summary>
    public sealed record Presented(Presentation Presentation) : Signing;

    /// <summary>The head wants it corrected before it is submitted.</summary>
    /// <param name="Presentation">The number of what was sent back.</param>
    public sealed record SentBack(int Presentation, DateTimeOffset At, string By, string Reason) : Signing;

    /// <summary>The newest version went up with this signature.</summary>
    public sealed record Signed(Signature Signature) : Signing;
}

/// <summary>Bản trình ký: the complete report as it was presented to the unit's head; never changed afterwards.</summary>
/// <param name="Number">From 1, up to <see cref="Most"/>.</param>
/// <param name="Sha256">Of the content, which is stored already: what the head signs is exactly this.</param>
/// <param name="BySoftware">Whether a machine client presented it.</param>
/// <param name="Key">Of the request that presented it: repeated, the request gets this presentation.</param>
public sealed record Presentation(
    int Number, DateTimeOffset At, Sha256 Sha256, PersonId ByPerson, string ByName, bool BySoftware, string? Key = null)
{
    /// <summary>As many as keep their order in the store.</summary>
    public const int Most = 9999;
}

/// <summary>Chữ ký: who answers for what went up.</summary>
/// <param name="For">TUQ.: the head who delegated it; null when the head signed.</param>
public sealed record Signature(PersonId Person, string Name, string? For = null)
{
    /// <summary>As receipts show it.</summary>
    [JsonIgnore]
    public string Text => For is null ? Name : $"TUQ. {For}: {Name}";
}
