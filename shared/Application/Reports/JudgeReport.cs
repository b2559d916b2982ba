using VksServerless.Access;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Duyệt, trả lại: the superior's judgement of the version that it has read.</summary>
public sealed class JudgeReport(IReports reports, IForms forms, ChangeReport change, TimeProvider clock) : IUseCase
{
    public Task<Outcome<ReportChange>> Accept(OpenReport open, int version, Caller by, CancellationToken cancellation) =>
        change.Execute(open, (cycle, obligation) => Accept(cycle, obligation, version, by, cancellation), cancellation);

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

    /// <summary>Thu hồi việc trả lại, while nothing new has come in.</summary>
    public Task<Outcome<ReportChange>> TakeBackReturn(OpenReport open, Caller by, CancellationToken cancellation) =>
        change.Execute(open, (cycle, obligation) => TakeBackReturn(cycle, obligation, by, cancellation), cancellation);

    private async Task<Outcome<ReportChange>> Accept(
        Cycle cycle, Obligation obligation, int version, Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var accepted = obligation.Accept(cycle, version, by, now);
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var authors = (obligation.State as ReportState.Submitted)?.Authors
            ?? Authors.Of((await reports.Versions(obligation.Cycle, obligation.Unit, cancellation)).Single(one => one.Number == version));
        if (Duties.Accepts(by.Person, authors) is { } apart)
        {
            return apart;
        }

        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var content = (await reports.AcceptedContentOf(accepted.Value, form, cancellation))!;
        var next = content.Content.Adjustments.Count == 0 ? accepted.Value : accepted.Value.AdjustedBy(authors);
        var happened = new ReportAccepted(next.Cycle, next.Unit, next.Superior, next.Revision, version) { At = now, By = by.Person };
        return new ReportChange(next, null, ContributionOf(next, content, form), [happened, NodeChanged.After(happened)]);
    }

    private async Task<Outcome<ReportChange>> TakeBackReturn(
        Cycle cycle, Obligation obligation, Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var restored = obligation.TakeBackReturn(cycle, now);
        if (restored.Refusal is { } refusal)
        {
            return refusal;
        }

        var next = restored.Value;
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var content = await reports.AcceptedContentOf(next, form, cancellation);
        var happened = new ReturnTakenBack(next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions, next.IsAccepted)
        {
            At = now,
            By = by.Person,
        };
        var contribution = content is null ? null : ContributionOf(next, content, form);
        return new ReportChange(next, null, contribution, [happened, NodeChanged.After(happened)]);
    }

    private static Contribution ContributionOf(Obligation next, AcceptedContent content, Form form) =>
        new(next.Unit, content.Version, content.Sha256, FigureTable.Of(form, next.Unit, content.Content));

    private Outcome<ReportChange> Return(
        Cycle cycle, Obligation obligation, int version, string reason, IReadOnlyList<FieldCode> fields, DateTimeOffset? answerBy,
        Caller by)
    {
        var now = clock.GetUtcNow();
        return obligation.Return(cycle, version, reason, fields, by, now, answerBy).Map(next =>
        {
            var happened = new ReportReturned(
                next.Cycle, next.Unit, next.Superior, next.Revision, version, reason, fields,
                next.State is ReportState.Returned state ? state.AnswerBy : null)
            {
                At = now,
                By = by.Person,
            };
            return new ReportChange(next, null, null, [happened, NodeChanged.After(happened)]);
        });
    }
}
