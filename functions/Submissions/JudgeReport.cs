using VksServerless.Access;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Duyệt, trả lại: the superior's judgement of the version that it has read.</summary>
public sealed class JudgeReport(IReports reports, IForms forms, ChangeReport change, TimeProvider clock) : IOperation
{
    public Task<Outcome<ReportChange>> Accept(OpenReport open, int version, Caller by, CancellationToken cancellation) =>
        change.Execute(open, (cycle, obligation) => Accept(cycle, obligation, version, by, cancellation), cancellation);

    public async Task<Outcome<ReportChange>> Return(
        OpenReport open, int version, string reason, IReadOnlyList<string> fields, Caller by, CancellationToken cancellation)
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
            : await change.Execute(open, (cycle, obligation) => Return(cycle, obligation, version, reason.Trim(), fields, by), cancellation);
    }

    private async Task<Outcome<ReportChange>> Accept(Cycle cycle, Obligation obligation, int version, Caller by, CancellationToken cancellation)
    {
        var accepted = obligation.Accept(cycle, version, by, clock.GetUtcNow());
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var next = accepted.Value;
        var content = (await reports.AcceptedContentOf(next, form, cancellation))!;
        var contribution = new Contribution(next.Unit, version, content.Sha256, Figures.Of(form, next.Unit, content.Content));
        return new ReportChange(next, null, contribution, [new ReportAccepted(next.Cycle, next.Unit, next.Superior, next.Revision, version), NodeChanged.After(next)]);
    }

    private Outcome<ReportChange> Return(Cycle cycle, Obligation obligation, int version, string reason, IReadOnlyList<string> fields, Caller by) =>
        obligation.Return(cycle, version, reason, fields, by, clock.GetUtcNow()).Map(next => new ReportChange(
            next,
            null,
            null,
            [new ReportReturned(next.Cycle, next.Unit, next.Superior, next.Revision, version, reason, fields), NodeChanged.After(next)]));
}
