using System.Text;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>
/// Kiểm tra hồ sơ: what an inspector found of a version that was handed in, e.g. whether opinions were really collected and minutes are
/// on file. It stays on record and changes nothing in the report.
/// </summary>
/// <param name="Number">Of the unit's report, from 1.</param>
/// <param name="Sha256">Of the version that was looked at.</param>
/// <param name="Text">What is lacking; may be empty when all is in order.</param>
/// <param name="By">The inspector's name.</param>
/// <param name="Key">Of the request that recorded it.</param>
public sealed record Inspection(
    UnitCode Unit, int Number, int Version, Sha256 Sha256, InspectionFinding Finding, string Text, PersonId ByPerson, string By,
    DateTimeOffset At, string Key)
{
    /// <summary>Characters (UTF-16 units).</summary>
    public const int MostText = 2_000;

    /// <summary>Of one report in a cycle: more are a mistake of whatever sends them.</summary>
    public const int Most = 100;

    /// <param name="before">How many there are of the report.</param>
    public static Outcome<Inspection> Of(
        UnitCode unit, int before, SubmittedVersion version, InspectionFinding finding, string? text, IdempotencyKey key, Caller by,
        DateTimeOffset now)
    {
        var words = WordsOf(text);
        return before >= Most ? InspectionRefusals.TooMany
            : FaultOf(finding, words) is { } fault ? InspectionRefusals.Invalid(fault)
            : new Inspection(
                unit, before + 1, version.Number, version.Sha256, finding, words.Normalize(NormalizationForm.FormC), by.Person, by.Name,
                now, key.Name);
    }

    /// <summary>Whether a repeated request says what this one said.</summary>
    public bool Says(int version, InspectionFinding finding, string? text) =>
        (Version, Finding) == (version, finding) && WordsOf(text) is var words && FaultOf(finding, words) is null
        && Text == words.Normalize(NormalizationForm.FormC);

    public ReportInspected Happened(Obligation of) =>
        new(of.Cycle, of.Unit, of.Superior, of.Revision, Number, Version, Finding, Text, By) { At = At, By = ByPerson };

    private static string WordsOf(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static FieldError? FaultOf(InspectionFinding finding, string words) =>
        finding is InspectionFinding.Lacking && !words.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            ? new FieldError("/text", "required", "Hồ sơ chưa đầy đủ thì phải nêu thiếu nội dung gì.")
        : words.Length > MostText ? new FieldError("/text", "too-long", $"Nội dung kiểm tra tối đa {MostText} ký tự.")
        : PlainText.FirstUnseen(words, lines: true) is { } unseen
            ? new FieldError("/text", "control-character", PlainText.Told(words, unseen))
        : null;
}

public enum InspectionFinding
{
    /// <summary>Hồ sơ đầy đủ.</summary>
    InOrder,

    /// <summary>Hồ sơ chưa đầy đủ.</summary>
    Lacking,
}
