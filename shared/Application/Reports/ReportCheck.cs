using System.Text.Json;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;
using FiguresByUnit = System.Collections.Generic.IReadOnlyDictionary<
    string, System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>>;

namespace VksServerless.Application.Reports;

/// <summary>What a unit's report is checked against: the cycle, its form, the obligation and the files already attached.</summary>
public sealed class ReportCheck(
    ICycles cycles, IReports reports, IAttachments attachments, IForms forms, IFiguresBelow figuresBelow,
    ReportBackground background, ReportDrafts drafts) : IUseCase
{
    public async Task<Outcome<OpenReport>> Open(CycleId id, UnitCode unit, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var cycle })
        {
            return CycleRefusals.Unknown(id.ToString());
        }

        var roster = await cycles.Roster(cycle, cancellation);
        if (roster is not null && await reports.Find(id, unit, cancellation) is { } obligation)
        {
            return new OpenReport(cycle, (await forms.Find(cycle.Terms.Form, cancellation))!, roster, obligation);
        }

        // While it is being opened, first the roster comes to be, then one page of obligations after the other.
        var mayCome = cycle.Phase is CyclePhase.Starting && (roster is null || roster.SuperiorOf(unit) is not null);
        return mayCome ? CycleRefusals.Opening(cycle) : ReportRefusals.NotObliged(unit.ToString());
    }

    /// <summary>Reads what was sent for a draft: what is there must be right, much may be missing.</summary>
    public async Task<Outcome<CheckedReport>> CheckDraft(OpenReport report, JsonElement sent, CancellationToken cancellation)
    {
        var reader = ReaderOf(report);
        var read = reader.Read(sent);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var (content, locked) = await Keep(report, reader, read.Value, cancellation);
        if (locked.Count > 0)
        {
            return ReportRefusals.Invalid(locked);
        }

        var basis = reader.AdjustedOn ?? MadeOn(report, content, await Below(report, content, cancellation));
        return await Calculate(report, reader, content with { AdjustedOn = content.Adjustments.Count == 0 ? null : basis }, cancellation);
    }

    /// <summary>Reads what was sent to be submitted; in the end every fault is named at its place.</summary>
    public async Task<Outcome<ReportContent>> Check(OpenReport report, JsonElement sent, CancellationToken cancellation)
    {
        var reader = ReaderOf(report);
        var read = reader.Read(sent);
        if (read.Refusal is { Kind: RefusalKind.Malformed } malformed)
        {
            return malformed;
        }

        var wrong = read.Refusal?.Errors ?? [];
        var (content, locked) = await Keep(
            report, reader, read.Refused ? new ReportContent(reader.Readable, []) : read.Value, cancellation);
        var calculated = await Calculate(report, reader, content, cancellation);
        var further = locked.Concat(calculated.StillMissing).Concat(calculated.Faults)
            .Concat(calculated.Unexplained.Select(query => query.ToError()));
        List<FieldError> errors =
        [
            .. wrong,
            .. further.Where(error => wrong.All(other => other.Place != error.Place)),
            .. await UnknownFiles(report.Obligation, content.Answers, cancellation),
        ];
        var below = await Below(report, content, cancellation);
        errors.AddRange(Unlawful(report, calculated.Content, reader.AdjustedOn, below));
        return errors.Count > 0
            ? ReportRefusals.Invalid(errors)
            : calculated.Content with { AdjustedOn = MadeOn(report, calculated.Content, below) };
    }

    /// <summary>
    /// Reads what was handed in at the time of a past cycle. What is there must be of the form's types; what is missing, wrong or unusual
    /// is said and stays as it was.
    /// </summary>
    public async Task<Outcome<(CheckedReport Report, DateTimeOffset ReceivedAt)>> CheckImported(
        OpenReport report, JsonElement sent, CancellationToken cancellation)
    {
        var reader = ReaderOf(report);
        var read = reader.Read(sent, imported: true);
        if (read.Refusal is { } refusal)
        {
            return refusal;
        }

        var unknown = (await UnknownFiles(report.Obligation, read.Value.Answers, cancellation)).ToList();
        if (unknown.Count > 0)
        {
            return ReportRefusals.Invalid(unknown);
        }

        var below = await Below(report, read.Value, cancellation);
        var calculated = await Calculate(
            report, reader, read.Value with { AdjustedOn = MadeOn(report, read.Value, below) }, cancellation);
        IReadOnlyList<FieldError> faults = [.. calculated.Faults, .. Unlawful(report, calculated.Content, reader.AdjustedOn, below)];
        return (calculated with { Faults = faults }, reader.ReceivedAt!.Value);
    }

    /// <summary>Asks the rules again of what was handed in: what they read may have changed since.</summary>
    public async Task<Recheck> AskAgain(OpenReport report, ReportContent content, CancellationToken cancellation) =>
        Recheck.Of(report.Form, report.Asked, content, await background.Of(report, cancellation));

    private async Task<CheckedReport> Calculate(
        OpenReport report, ReportReader reader, ReportContent content, CancellationToken cancellation)
    {
        var logic = FormLogic.Of(report.Form);
        var before = logic.Rules.Any(rule => rule.Rule.Severity == Severity.Query) ? await LastVersion(report, cancellation) : null;
        return CheckedReport.Of(report.Form, reader, content, await background.Of(report, cancellation), before?.Explanations ?? []);
    }

    private static ReportReader ReaderOf(OpenReport report)
    {
        var unit = report.Obligation.Unit;
        return new ReportReader(report.Form, unit, report.Roster.LevelOf(unit), report.Roster.HasSubordinates(unit));
    }

    /// <summary>After a return that names fields the others stay as they were.</summary>
    private async Task<(ReportContent Content, IReadOnlyList<FieldError> Faults)> Keep(
        OpenReport report, ReportReader reader, ReportContent sent, CancellationToken cancellation) =>
        await Returned(report, cancellation) is ({ Fields.Count: > 0 } reopened, var returned)
            ? reopened.Keep(report.Form, report.Asked, returned, sent, reader.Mentioned)
            : (sent, []);

    /// <summary>What the newest return has opened, and the version that it returned; null: the report was not returned.</summary>
    public async Task<(Reopening Reopened, ReportContent Content)?> Returned(OpenReport report, CancellationToken cancellation) =>
        report.Obligation.Reopened is { } reopened
            ? (reopened, await reports.ContentOf(
                report.Obligation.Cycle, report.Obligation.Unit, reopened.Sha256, report.Form, cancellation))
            : null;

    /// <summary>What the unit may change after a return that names fields; null: everything that it is asked.</summary>
    public async Task<IReadOnlyList<FieldCode>?> OpenFields(OpenReport report, CancellationToken cancellation) =>
        report.Obligation is { Owes: true, Reopened.Fields.Count: > 0 } && await Returned(report, cancellation) is var (reopened, content)
            ? [.. reopened.Open(report.Form, report.Asked, content.Answers).Where(code => !report.Form.Find(code)!.IsDerived).Order()]
            : null;

    private async Task<ReportContent?> LastVersion(OpenReport report, CancellationToken cancellation) =>
        await drafts.LastContent(report.Obligation, cancellation) is { } last ? ReportJson.Read(report.Form, last) : null;

    /// <summary>By unit directly below what it brings, where the report adjusts anything.</summary>
    private async Task<FiguresByUnit> Below(OpenReport report, ReportContent content, CancellationToken cancellation) =>
        content.Adjustments.Count == 0
            ? new Dictionary<string, IReadOnlyDictionary<string, Figure>>()
            : await figuresBelow.ByUnit(report.Cycle.Id, report.Obligation.Unit, cancellation);

    private static IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? MadeOn(
        OpenReport report, ReportContent content, FiguresByUnit below) =>
        content.Adjustments.Count == 0 ? null : Consolidated.MadeOn(report.Form, content.Adjustments, below);

    /// <summary>What a superior adjusts must leave the totals of its node as the form wants figures to be.</summary>
    private static IEnumerable<FieldError> Unlawful(
        OpenReport report, ReportContent content, IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? seen,
        FiguresByUnit below)
    {
        if (content.Adjustments.Count == 0)
        {
            return [];
        }

        var (form, unit) = (report.Form, report.Obligation.Unit);
        var before = FigureTable.OfNode([.. below.Values, FigureTable.Of(form, unit, content with { Adjustments = [] })]);
        var after = FigureTable.OfNode([.. below.Values, FigureTable.Of(form, unit, content)]);
        var sums = before.Where(figure => figure.Value is Figure.Sum)
            .ToDictionary(figure => figure.Key, figure => ((Figure.Sum)figure.Value).Total);
        return
        [
            .. seen is not null && !Consolidation.Stands(seen, below) ? [AdjustmentErrors.Outdated] : Array.Empty<FieldError>(),
            .. Consolidated.Broken(form, sums, content.Adjustments).Select(AdjustmentErrors.Breaks),
            .. Consolidated.OutOfBounds(form, before, after).Select(total => AdjustmentErrors.OutOfBounds(total.Field, total.Total)),
        ];
    }

    private async Task<IEnumerable<FieldError>> UnknownFiles(Obligation obligation, Answers answers, CancellationToken cancellation)
    {
        var named = answers.ByField.Where(pair => pair.Value is Answer.Files).ToList();
        if (named.Count == 0)
        {
            return [];
        }

        var known = (await attachments.List(obligation.Cycle, obligation.Unit, cancellation)).Select(file => file.Id).ToHashSet();
        return named
            .Where(pair => !((Answer.Files)pair.Value).Ids.All(known.Contains))
            .Select(pair => new FieldError($"/answers/{pair.Key}", "attachment-unknown", "Có tệp chưa được đính kèm vào báo cáo này."));
    }
}

/// <summary>A unit's report with all that decides about it, as it was read.</summary>
public sealed record OpenReport(Cycle Cycle, Form Form, Roster Roster, Versioned<Obligation> Read)
{
    public Obligation Obligation => Read.Value;

    /// <summary>Codes of the fields that the unit answers.</summary>
    public IReadOnlySet<FieldCode> Asked => Form
        .For(Obligation.Unit, Roster.LevelOf(Obligation.Unit), Roster.HasSubordinates(Obligation.Unit))
        .SelectMany(section => section.Fields).Select(asked => asked.Code).ToHashSet();
}
