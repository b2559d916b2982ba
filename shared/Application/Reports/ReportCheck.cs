using System.Text.Json;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>What a unit's report is checked against: the cycle, its form, the obligation and the files already attached.</summary>
public sealed class ReportCheck(
    ICycles cycles, IReports reports, IAttachments attachments, IForms forms, IFiguresBelow figuresBelow,
    ReportBackground background) : IUseCase
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
        return read.Refusal is { } refusal ? refusal : await Calculate(report, reader, read.Value, cancellation);
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
        var content = read.Refused ? new ReportContent(reader.Readable, []) : read.Value;
        var calculated = await Calculate(report, reader, content, cancellation);
        var further = calculated.StillMissing.Concat(calculated.Faults).Concat(calculated.Unexplained.Select(query => query.ToError()));
        List<FieldError> errors =
        [
            .. wrong,
            .. further.Where(error => wrong.All(other => other.Place != error.Place)),
            .. await UnknownFiles(report.Obligation, content.Answers, cancellation),
            .. await Unbalanced(report, calculated.Content, cancellation),
        ];
        return errors.Count > 0 ? ReportRefusals.Invalid(errors) : calculated.Content;
    }

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

    /// <summary>What was handed in, or presented to the head, last.</summary>
    private async Task<ReportContent?> LastVersion(OpenReport report, CancellationToken cancellation)
    {
        var (cycle, unit) = (report.Obligation.Cycle, report.Obligation.Unit);
        var handed = report.Obligation.Versions > 0 ? await reports.Versions(cycle, unit, cancellation) : [];
        var presented = SignOff.IsDemanded(report.Cycle.Terms, report.Form) ? await reports.Presentations(cycle, unit, cancellation) : [];
        var last = handed.Select(version => (version.At, version.Sha256)).Concat(presented.Select(before => (before.At, before.Sha256)))
            .OrderBy(before => before.At).Select(before => (Sha256?)before.Sha256).LastOrDefault();
        return last is { } sha256 ? ReportJson.Read(report.Form, await reports.ReadContent(cycle, unit, sha256, cancellation)) : null;
    }

    /// <summary>What a superior adjusts must leave the sums of its node as the form wants the figures of a unit.</summary>
    private async Task<IEnumerable<FieldError>> Unbalanced(OpenReport report, ReportContent content, CancellationToken cancellation)
    {
        if (content.Adjustments.Count == 0)
        {
            return [];
        }

        var below = await figuresBelow.Total(report.Cycle.Id, report.Obligation.Unit, cancellation);
        var own = FigureTable.Of(report.Form, report.Obligation.Unit, content with { Adjustments = [] });
        var sums = FigureTable.Combine([below, own]).Where(figure => figure.Value is Figure.Sum)
            .ToDictionary(figure => figure.Key, figure => ((Figure.Sum)figure.Value).Total);
        return Consolidated.Broken(report.Form, sums, content.Adjustments)
            .Select(rule => new FieldError("/adjustments", rule.Code, $"Điều chỉnh làm số hợp nhất sai quy tắc: {rule.Message} Hãy " +
                $"điều chỉnh đồng thời các chỉ tiêu liên quan."));
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
}
