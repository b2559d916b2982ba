using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>
/// What a return has opened: the fields that it names with what hangs on them. Everything else stays as it was handed in, for the
/// unit and for the judge.
/// </summary>
/// <param name="Version">The version that was returned.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="Fields">The fields that the return names; empty: everything is open.</param>
public sealed record Reopening(int Version, Sha256 Sha256, IReadOnlyList<FieldCode> Fields)
{
    /// <summary>
    /// The fields that may be changed: those named, what a named indicator is calculated from, what an error rule ties to a value that
    /// may change, and what the returned version left out though it is required. So a return never asks for what cannot be done.
    /// </summary>
    /// <param name="asked">Codes of the fields that the unit answers.</param>
    /// <param name="returned">The answers of the returned version.</param>
    public IReadOnlySet<FieldCode> Open(Form form, IReadOnlySet<FieldCode> asked, Answers returned)
    {
        if (Fields.Count == 0)
        {
            return asked;
        }

        var logic = FormLogic.Of(form);
        var open = WithSources(Fields, logic);
        var moving = open.ToHashSet();
        foreach (var derived in logic.Derived.Where(derived => derived.Reads.Any(moving.Contains)))
        {
            moving.Add(derived.Field.Code);
        }

        var tied = logic.Rules
            .Where(rule => rule.Rule.Severity == Severity.Error && rule.Reads.Any(moving.Contains))
            .SelectMany(rule => rule.Reads);
        open.UnionWith(WithSources(tied, logic));
        open.UnionWith(form.Fields.Where(field => field.Required && returned[field.Code] is null).Select(field => field.Code));
        open.IntersectWith(asked);
        return open;
    }

    /// <summary>
    /// What was sent, with what it does not mention as it was; and a fault at each locked field that was sent otherwise.
    /// </summary>
    /// <param name="mentioned">Codes of the fields that were sent, also as blank.</param>
    public (ReportContent Content, IReadOnlyList<FieldError> Faults) Keep(
        Form form, IReadOnlySet<FieldCode> asked, ReportContent returned, ReportContent sent, IReadOnlySet<FieldCode> mentioned)
    {
        var open = Open(form, asked, returned.Answers);
        var answers = new SortedDictionary<string, Answer>(sent.Answers.ByField.ToDictionary(), StringComparer.Ordinal);
        var faults = new List<FieldError>();
        foreach (var field in form.Fields.Where(field => !field.IsDerived && asked.Contains(field.Code) && !Fields.Contains(field.Code)))
        {
            var (before, now) = (returned.Answers[field.Code], sent.Answers[field.Code]);
            if (now is null && before is not null && !mentioned.Contains(field.Code))
            {
                answers[field.Code.ToString()] = before;
            }
            else if (!open.Contains(field.Code) && !ReportDifference.IsSame(before, now))
            {
                faults.Add(new FieldError(
                    $"/answers/{field.Code}", "locked",
                    $"\"{field.Label}\" không nằm trong nội dung được yêu cầu sửa: giữ nguyên như bản {Version}, hoặc đề nghị cấp trên "
                    + "trả lại cả chỉ tiêu này."));
            }
        }

        return (sent with { Answers = new Answers(answers) }, faults);
    }

    private static HashSet<FieldCode> WithSources(IEnumerable<FieldCode> fields, FormLogic logic)
    {
        var all = fields.ToHashSet();
        foreach (var derived in logic.Derived.Reverse().Where(derived => all.Contains(derived.Field.Code)))
        {
            all.UnionWith(derived.Reads);
        }

        return all;
    }
}
