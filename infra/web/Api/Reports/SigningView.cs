using VksServerless.Access;
using VksServerless.Application.Reports;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Web.Api.Reports;

/// <summary>How a report stands with its own head.</summary>
/// <param name="State">not-presented, presented, sent-back or signed.</param>
/// <param name="Presented">What waits for the head.</param>
/// <param name="SentBack">Told to the unit alone.</param>
/// <param name="SignedBy">Of the newest version.</param>
public sealed record SigningView(string State, PresentationView? Presented, SentBackView? SentBack, string? SignedBy)
{
    public static SigningView? Of(
        OpenReport open, Caller caller) => !IsShown(open) ? null : open.Obligation.Signing switch
        {
            Signing.Presented presented => new SigningView("presented", PresentationView.Of(presented.Presentation), null, null),
            Signing.SentBack back => new SigningView(
                "sent-back", null, Permission.HandsInReport(caller, open.Obligation.Unit, open.Roster, open.Cycle)
                    ? new SentBackView(back.Presentation, back.At, back.By, back.Reason)
                    : null, null),
            Signing.Signed signed => new SigningView("signed", null, null, signed.Signature.Text),
            _ => new SigningView("not-presented", null, null, null),
        };

    /// <summary>Where everybody's report is signed, and where a software's was presented.</summary>
    private static bool IsShown(OpenReport open) =>
        SignOff.IsDemanded(open.Cycle.Terms, open.Form, bySoftware: false) || open.Obligation.Signing is not null;
}

/// <param name="Number">Lần trình, from 1.</param>
/// <param name="Sha256">What the head names to sign exactly this.</param>
public sealed record PresentationView(int Number, DateTimeOffset At, string Sha256, string PresentedBy, bool BySoftware)
{
    public static PresentationView Of(Presentation presented) =>
        new(presented.Number, presented.At, presented.Sha256.ToString(), presented.ByName, presented.BySoftware);
}

/// <param name="Presentation">Lần trình that was sent back.</param>
public sealed record SentBackView(int Presentation, DateTimeOffset At, string By, string Reason);
