using VksServerless.Access;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>Duyệt, trả lại: the superior's judgement of the version that it has read.</summary>
public sealed class JudgeReport(IReports reports, FormCatalogue forms, ChangeReport change, TimeProvider clock) : IOperation
{
    private const int MaxReasonLength = 2000;

    public Task<Outcome<ReportChange>> Accept(CycleId cycle, UnitCode unit, int version, Caller by, CancellationToken cancellation) =>
        change.Execute(cycle, unit, (current, obligation) => Accept(current, obligation, version, by, cancellation), cancellation);

    public Task<Outcome<ReportChange>> Return(
        CycleId cycle, UnitCode unit, int version, string reason, IReadOnlyList<string> fields, Caller by, CancellationToken cancellation) =>
        change.Execute(cycle, unit, (current, obligation) => Return(current, obligation, version, reason.Trim(), fields, by), cancellation);

    private async Task<Outcome<ReportChange>> Accept(Cycle cycle, Obligation obligation, int version, Caller by, CancellationToken cancellation)
    {
        if (!Permission.JudgesReport(by, obligation.Superior))
        {
            return AccessRefusals.NotPermitted;
        }

        var accepted = obligation.Accept(cycle, version, by, clock.GetUtcNow());
        if (accepted.Refusal is { } refusal)
        {
            return refusal;
        }

        var form = forms.Find(cycle.Terms.Form)!;
        var next = accepted.Value;
        var content = (await reports.AcceptedContentOf(next, form, cancellation))!;
        var contribution = new Contribution(next.Unit, version, content.Sha256, Figures.Of(form, next.Unit, content.Content));
        return new ReportChange(next, null, contribution, [new ReportAccepted(next.Cycle, next.Unit, next.Superior, next.Revision, version), NodeChanged.After(next)]);
    }

    private Outcome<ReportChange> Return(Cycle cycle, Obligation obligation, int version, string reason, IReadOnlyList<string> fields, Caller by)
    {
        if (!Permission.JudgesReport(by, obligation.Superior))
        {
            return AccessRefusals.NotPermitted;
        }

        if (reason.Length is 0 or > MaxReasonLength)
        {
            return ReportRefusals.ReasonMissing;
        }

        var form = forms.Find(cycle.Terms.Form)!;
        var unknown = fields.Index().Where(field => form.Find(field.Item) is null)
            .Select(field => new FieldError($"/fields/{field.Index}", "unknown-field", "Biểu mẫu không có chỉ tiêu này."))
            .ToList();
        return unknown.Count > 0
            ? ReportRefusals.Invalid(unknown)
            : obligation.Return(cycle, version, reason, fields, by, clock.GetUtcNow()).Map(next => new ReportChange(
                next,
                null,
                null,
                [new ReportReturned(next.Cycle, next.Unit, next.Superior, next.Revision, version, reason, fields), NodeChanged.After(next)]));
    }
}
