using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Access;

/// <summary>
/// Phân định trách nhiệm: writing, signing, accepting and approving the same figures are never one person's, whatever roles and
/// tokens that person has. Each method is one rule; null: it is kept.
/// </summary>
public static class Duties
{
    /// <summary>Who wrote a report does not sign it.</summary>
    public static Refusal? Signs(PersonId signer, Presentation written) =>
        signer == written.ByPerson ? DutyRefusals.WriterSigns(new DoneBy(written.ByPerson, written.ByName, written.At)) : null;

    /// <summary>Who wrote a version, or signed it, does not accept it; so the centre's own report is accepted by another person, and a
    /// return is taken back into acceptance by another.</summary>
    public static Refusal? Accepts(PersonId judge, Authors authors) =>
        judge == authors.Writer.Person ? DutyRefusals.WriterAccepts(authors.Writer)
        : judge == authors.Signer?.Person ? DutyRefusals.SignerAccepts(authors.Signer)
        : null;

    /// <summary>Who wrote a version, or signed it, puts on record no check of it.</summary>
    public static Refusal? Inspects(PersonId inspector, Authors authors) =>
        inspector == authors.Writer.Person ? DutyRefusals.AuthorInspects(authors.Writer, "nộp")
        : inspector == authors.Signer?.Person ? DutyRefusals.AuthorInspects(authors.Signer, "ký")
        : null;

    /// <summary>
    /// Who accepted a report that the sector report counts, or adjusted its sums, does not give the only approval: one of those who
    /// approve must have done neither.
    /// </summary>
    /// <param name="behind">Every such step.</param>
    public static Refusal? Approves(PersonId leader, Cycle cycle, IReadOnlyList<EarlierStep> behind)
    {
        var involved = behind.ToLookup(step => step.Done.Person);
        var isLast = cycle.ValidApprovals.Count + 1 >= cycle.Terms.ApprovalsNeeded;
        return isLast && involved.Contains(leader) && cycle.ValidApprovals.All(given => involved.Contains(given.Person))
            ? DutyRefusals.JudgeApproves(involved[leader].First())
            : null;
    }
}

/// <summary>A step that led to the sector report.</summary>
/// <param name="What">In Vietnamese, as in "đã … lúc".</param>
public sealed record EarlierStep(string What, DoneBy Done)
{
    /// <summary>
    /// Who accepted or entered this report, who took its return back, and who adjusted sums in it; none while it is not accepted, or
    /// nobody recorded who.
    /// </summary>
    public static IEnumerable<EarlierStep> Of(Obligation obligation)
    {
        if (obligation.State is not ReportState.Accepted accepted)
        {
            yield break;
        }

        if (accepted.ByPerson is { } judge)
        {
            var what = accepted.ImportedAt is null ? "duyệt" : "nhập";
            yield return new EarlierStep(
                $"{what} báo cáo của đơn vị {obligation.Unit}", new DoneBy(judge, accepted.By, accepted.ImportedAt ?? accepted.At));
        }

        if (accepted.RestoredBy is { } restored)
        {
            yield return new EarlierStep($"thu hồi việc trả lại báo cáo của đơn vị {obligation.Unit}", restored);
        }

        foreach (var adjusted in new[] { accepted.AdjustedBy?.Writer, accepted.AdjustedBy?.Signer }.OfType<DoneBy>())
        {
            yield return new EarlierStep($"điều chỉnh số tổng hợp của đơn vị {obligation.Unit}", adjusted);
        }
    }
}
