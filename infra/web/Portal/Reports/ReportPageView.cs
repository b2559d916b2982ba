using VksServerless.Access;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A unit's report as its pages show it.</summary>
/// <param name="Draft">As it is now; null: the reader does not write it.</param>
/// <param name="OpenFields">What a return has opened; null: everything.</param>
public sealed record ReportPageView(
    OpenReport Open, Caller Me, CheckedReport? Draft, IReadOnlyList<SubmittedVersion> Versions, IReadOnlyList<FieldCode>? OpenFields,
    Refusal? Barred, DateTimeOffset Now)
{
    public Obligation Obligation => Open.Obligation;

    public string Address => PortalPath.Report(Obligation);

    public string UnitName => Open.Roster.NameOf(Obligation.Unit);

    public IReadOnlyList<Section> Sections =>
        [.. Open.Form.For(Obligation.Unit, Open.Roster.LevelOf(Obligation.Unit), Open.Roster.HasSubordinates(Obligation.Unit))];

    /// <summary>Whether the reader may change the draft now.</summary>
    public bool IsWritable => Draft is not null && Barred is null;

    public bool NeedsSignature => SignOff.IsDemanded(Open.Cycle.Terms, Open.Form, bySoftware: false);

    public bool Judges => Permission.JudgesReport(Me, Obligation.Unit, Obligation.Superior, Open.Cycle);

    public SectionState StateOf(Section section)
    {
        var asked = section.Fields.Select(field => field.Code.ToString()).ToHashSet();
        var explained = section.Fields.Select(field => field.Code).ToHashSet();
        return Draft is not { } draft ? SectionState.Done
            : draft.Faults.Any(IsHere) || draft.Unexplained.Any(query => query.Fields.Any(explained.Contains)) ? SectionState.Faulty
            : section.Fields.All(field => draft.Content.Answers[field.Code] is null) ? SectionState.NotBegun
            : draft.StillMissing.Any(IsHere) ? SectionState.Begun
            : SectionState.Done;

        bool IsHere(FieldError error) => error.Place.Split('/') is ["", "answers", var code, ..] && asked.Contains(code);
    }

    /// <summary>Whether what is wrong with the section can be mended in it, whatever stands in the others.</summary>
    public bool IsFaultyByItself(Section section)
    {
        var here = section.Fields.Select(field => field.Code).ToHashSet();
        return StateOf(section) == SectionState.Faulty
            && (Draft!.Unexplained.Any(query => query.Fields.Any(here.Contains))
                || Draft.Faults.Any(fault => fault.Place.Split('/') is ["", "answers", var code, ..] && here.Contains(FieldCode.Of(code))
                    && (Open.Form.Rules.FirstOrDefault(rule => rule.Code == fault.Rule)?.Fields.All(here.Contains) ?? true)));
    }

    public Section? SectionOf(FieldCode code) => Sections.FirstOrDefault(section => section.Fields.Any(field => field.Code == code));

    /// <summary>Where a fault of the whole report is mended.</summary>
    public string? LinkOf(string place) => place.Split('/') switch
    {
        ["", "answers", var code, ..] when SectionOf(FieldCode.Of(code)) is { } section =>
            $"{Address}/sections/{section.Code}#{FormNames.Id(FormNames.Of(FieldCode.Of(code)))}",
        ["", "explanations", var rule] when Open.Form.Rules.FirstOrDefault(asked => asked.Code == rule) is { } asked
            && SectionOf(asked.Fields[0]) is { } section => $"{Address}/sections/{section.Code}#{FormNames.Id(FormNames.Explanation(rule))}",
        ["", "adjustments" or "adjustedOn", ..] => Consolidation.ConsolidationPages.AddressOf(Obligation.Cycle, Obligation.Unit),
        _ => null,
    };
}

public enum SectionState
{
    NotBegun,
    Begun,
    Faulty,
    Done,
}
