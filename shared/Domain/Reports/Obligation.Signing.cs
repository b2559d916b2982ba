using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Reports;

/// <summary>Ký duyệt: what the unit's reporter and its head decide among themselves before the report is received.</summary>
public sealed partial record Obligation
{
    /// <summary>How many times the report has been presented to the head.</summary>
    public int Presentations { get; init; }

    /// <summary>How often it was presented since the head last signed or sent back.</summary>
    public int Attempts { get; init; }

    /// <summary>After as many the head decides on the last one first.</summary>
    public const int MostAttempts = 50;

    /// <summary>Null: nothing is before the head, and the newest version, if any, needed no signature.</summary>
    public Signing? Signing { get; init; }

    /// <summary>Whether the version that waits to be judged went up with a signature.</summary>
    [JsonIgnore]
    public bool IsSigned =>
        State is ReportState.Submitted submitted && (submitted.Authors?.Signer is not null || Signing is Signing.Signed);

    /// <summary>What waits for the head's signature.</summary>
    public Presentation? Presented => (Signing as Signing.Presented)?.Presentation;

    /// <summary>Presents the report to the head, in place of what was presented before. The deadline does not stop.</summary>
    /// <param name="signOff">Whether the head signs: <see cref="SignOff.IsDemanded"/>.</param>
    public Outcome<(Obligation Next, Presentation Presentation)> Present(
        Cycle cycle, Sha256 sha256, Caller by, DateTimeOffset now, bool signOff)
    {
        if ((CheckOpen(cycle, now)
            ?? (!signOff ? SigningRefusals.NotDemanded
                : Attempts >= MostAttempts || Presentations >= Presentation.Most ? SigningRefusals.TooMany
                : null)) is { } refusal)
        {
            return refusal;
        }

        var presentation = new Presentation(Presentations + 1, now, sha256, by.Person, by.Name, by.Role is Role.Machine);
        return (
            Next() with
            {
                Presentations = presentation.Number,
                Attempts = Attempts + 1,
                Signing = new Signing.Presented(presentation),
            }, presentation);
    }

    /// <summary>What was presented is submitted: from now on it is received.</summary>
    /// <param name="sha256">What the signer has read.</param>
    public Outcome<(Obligation Next, SubmittedVersion Version)> Sign(Cycle cycle, Sha256 sha256, Signature signature, DateTimeOffset now) =>
        (CheckOpen(cycle, now) ?? CheckAwaitsSignature(sha256)) is { } refusal ? refusal
        : Receive(cycle, sha256, Presented!.ByPerson, Presented.ByName, Presented.BySoftware, signature, now);

    /// <param name="sha256">What the head has read; null: whatever waits.</param>
    public Outcome<Obligation> SendBack(Cycle cycle, Sha256? sha256, string reason, Caller by, DateTimeOffset now) =>
        (CheckOpen(cycle, now) ?? CheckAwaitsSignature(sha256)) is { } refusal ? refusal
        : Next() with { Attempts = 0, Signing = new Signing.SentBack(Presented!.Number, now, by.Name, reason) };

    /// <summary>
    /// Nothing awaits the signature any more: the report is being rewritten. The last that may be presented stays with the head, whose
    /// decision lets the unit go on.
    /// </summary>
    public Outcome<Obligation> TakeBackPresentation() =>
        Presented is null ? this : Attempts >= MostAttempts ? SigningRefusals.TooMany : Next() with { Signing = null };

    private Refusal? CheckAwaitsSignature(Sha256? sha256) =>
        Presented is null ? SigningRefusals.NothingPresented
        : sha256 is not null && sha256 != Presented.Sha256 ? SigningRefusals.Replaced
        : null;
}
