using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>What a unit's report is checked against: the cycle, its form, the obligation and the files already attached.</summary>
public sealed class ReportDesk(ICycles cycles, IReports reports, IAttachments attachments, IForms forms) : IOperation
{
    public async Task<Outcome<OpenReport>> Open(CycleId id, UnitCode unit, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var cycle })
        {
            return CycleRefusals.Unknown(id.ToString());
        }

        var roster = await cycles.Roster(id, cancellation);
        if (roster is not null && await reports.Find(id, unit, cancellation) is { } obligation)
        {
            return new OpenReport(cycle, (await forms.Find(cycle.Terms.Form, cancellation))!, roster, obligation);
        }

        // While it is being opened, first the roster comes to be, then one page of obligations after the other.
        var mayCome = cycle.Phase is CyclePhase.Starting && (roster is null || roster.SuperiorOf(unit) is not null);
        return mayCome ? CycleRefusals.Opening(cycle) : ReportRefusals.NotObliged(unit.ToString());
    }

    /// <summary>Reads what was sent; in the end every fault is named at its place.</summary>
    /// <param name="complete">Whether what is required must be there, and what is attached must exist: to be submitted, not only saved.</param>
    public async Task<Outcome<ReportContent>> Check(OpenReport report, JsonElement sent, bool complete, CancellationToken cancellation)
    {
        var reader = ReaderOf(report);
        var read = reader.Read(sent);
        if (!complete)
        {
            return read;
        }

        var wrong = read.Refusal?.Errors ?? [];
        var content = read.Refused ? new ReportContent(reader.Readable, []) : read.Value;
        var missing = reader.Missing(content).Where(error => wrong.All(other => other.Place != error.Place));
        List<FieldError> errors = [.. wrong, .. missing, .. await UnknownFiles(report.Obligation, content.Answers, cancellation)];
        return read.Refusal is { Kind: RefusalKind.Malformed } malformed ? malformed
            : errors.Count > 0 ? ReportRefusals.Invalid(errors)
            : read;
    }

    /// <summary>What must yet be answered before the report can be submitted.</summary>
    public static IReadOnlyList<FieldError> StillMissing(OpenReport report, ReportContent content) => ReaderOf(report).Missing(content);

    private static ReportReader ReaderOf(OpenReport report)
    {
        var unit = report.Obligation.Unit;
        return new ReportReader(report.Form, unit, report.Roster.LevelOf(unit), report.Roster.HasSubordinates(unit));
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
