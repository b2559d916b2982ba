using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Duyệt, trả lại: the superior's judgement of the version that it has read.</summary>
public sealed class JudgeReport(
    IReports reports, IFiguresBelow figuresBelow, ReportCheck check, ChangeReport change, TimeProvider clock) : IUseCase
{
    /// <param name="reason">Demanded of the centre when it accepts in the place of a superior that has not ended; else not
    /// kept.</param>
    public Task<Outcome<ReportChange>> Accept(
        OpenReport open, int version, string? reason, Caller by, CancellationToken cancellation) =>
        change.Execute(
            open, (cycle, obligation) => Accept(open, cycle, obligation, version, reason, by, cancellation), cancellation);

    /// <param name="answerBy">By when it is to be answered; null: the usual limit.</param>
    public async Task<Outcome<ReportChange>> Return(
        OpenReport open, int version, string reason, IReadOnlyList<FieldCode> fields, DateTimeOffset? answerBy, Caller by,
        CancellationToken cancellation)
    {
        if (Reason.Check(reason) is { } missing)
        {
            return missing;
        }

        var unknown = fields.Index().Where(field => open.Form.Find(field.Item) is null)
            .Select(field => new FieldError($"/fields/{field.Index}", "unknown-field", "Biểu mẫu không có chỉ tiêu này."))
            .ToList();
        return unknown.Count > 0
            ? ReportRefusals.Invalid(unknown)
            : await change.Execute(
                open, (cycle, obligation) => Return(cycle, obligation, version, reason.Trim(), fields, answerBy, by), cancellation);
    }

    /// <summary>Whatever version stands there, as a whole.</summary>
    public Task<Outcome<ReportChange>> ReturnNewest(
        CycleId cycle, UnitCode unit, string reason, DateTimeOffset answerBy, Caller by, CancellationToken cancellation) => change.Execute(
        cycle, unit, (current, obligation) => Return(current, obligation, obligation.Versions, reason, [], answerBy, by), cancellation);

    /// <summary>Thu hồi việc trả lại, while nothing new has come in.</summary>
    public Task<Outcome<ReportChange>> TakeBackReturn(OpenReport open, Caller by, CancellationToken cancellation) =>
        change.Execute(open, (cycle, obligation) => TakeBackReturn(open, cycle, obligation, by, cancellation), cancellation);

    private async Task<Outcome<ReportChange>> Accept(
        OpenReport open, Cycle cycle, Obligation obligation, int version, string? reason, Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stepsIn = Permission.StepsIn(by, obligation.Superior, cycle);
        if (stepsIn && Reason.Check(reason) is { } missing)
        {
            return missing;
        }

        var accepted = obligation.Accept(cycle, version, by, now);
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var authors = (obligation.State as ReportState.Submitted)?.Authors
            ?? await AuthorsOf(obligation, version, cancellation);
        if (Duties.Accepts(by.Person, authors) is { } apart)
        {
            return apart;
        }

        var content = (await reports.AcceptedContentOf(accepted.Value, open.Form, cancellation))!;
        if (await check.AskAgain(open with { Cycle = cycle }, content.Content, cancellation) is { Errors: { Count: > 0 } errors })
        {
            return ReportRefusals.RulesBroken(errors);
        }

        var next = (content.Content.Adjustments.Count == 0 ? accepted.Value : accepted.Value.AdjustedBy(authors))
            .AcceptedInstead(stepsIn ? reason!.Trim() : null);
        var contribution = ContributionOf(next, content, open.Form);
        if (contribution.Consolidation is { } made
            && !Consolidation.Stands(made.On, await figuresBelow.ByUnit(next.Cycle, next.Unit, cancellation)))
        {
            return ReportRefusals.AdjustmentsOutdated;
        }

        var happened = new ReportAccepted(
            next.Cycle, next.Unit, next.Superior, next.Revision, version, stepsIn ? reason!.Trim() : null)
        { At = now, By = by.Person };
        return new ReportChange(next, null, contribution, [happened, NodeChanged.After(happened)]);
    }

    private async Task<Outcome<ReportChange>> TakeBackReturn(
        OpenReport open, Cycle cycle, Obligation obligation, Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var restored = obligation.TakeBackReturn(cycle, by, now);
        if (restored.Refusal is { } refusal)
        {
            return refusal;
        }

        var next = restored.Value;
        if (next.State is ReportState.Accepted accepted
            && Duties.Accepts(by.Person, await AuthorsOf(next, accepted.Version, cancellation)) is { } apart)
        {
            return apart;
        }

        var content = await reports.AcceptedContentOf(next, open.Form, cancellation);
        var returner = (obligation.State as ReportState.Returned)?.ByPerson;
        var happened = new ReturnTakenBack(
            next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions, next.IsAccepted, by.Name, returner != by.Person,
            cycle.Refused?.Any(refused => refused.Person == returner) is true)
        {
            At = now,
            By = by.Person,
        };
        var contribution = content is null ? null : ContributionOf(next, content, open.Form);

        // What its adjustments were made on may have changed while they were out of the totals.
        var own = new NodeChanged(next.Cycle, next.Unit, $"{next.Unit}.{next.Revision}") { At = now, By = by.Person };
        return new ReportChange(
            next, null, contribution,
            contribution?.Consolidation is null ? [happened, NodeChanged.After(happened)] : [happened, NodeChanged.After(happened), own]);
    }

    private async Task<Authors> AuthorsOf(Obligation obligation, int version, CancellationToken cancellation) =>
        Authors.Of((await reports.Versions(obligation.Cycle, obligation.Unit, cancellation)).Single(one => one.Number == version));

    private static Contribution ContributionOf(Obligation next, AcceptedContent content, Form form) =>
        Contribution.Of(form, next.Unit, content.Version, content.Sha256, content.Content);

    private Outcome<ReportChange> Return(
        Cycle cycle, Obligation obligation, int version, string reason, IReadOnlyList<FieldCode> fields, DateTimeOffset? answerBy,
        Caller by)
    {
        var now = clock.GetUtcNow();
        return obligation.Return(cycle, version, reason, fields, by, now, answerBy).Map(next =>
        {
            var happened = new ReportReturned(
                next.Cycle, next.Unit, next.Superior, next.Revision, version, reason, fields,
                next.State is ReportState.Returned state ? state.AnswerBy : null,
                Permission.StepsIn(by, next.Superior, cycle),
                by.Role is Role.Leadership)
            {
                At = now,
                By = by.Person,
            };
            return new ReportChange(next, null, null, [happened, NodeChanged.After(happened)]);
        });
    }
}
