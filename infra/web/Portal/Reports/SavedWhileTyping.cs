using VksServerless.Application.Reports;
using VksServerless.Documents;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Reports;

/// <summary>What a page that saves while one types is told.</summary>
/// <param name="Message">When it was saved, and what was not.</param>
/// <param name="Before">By the name of the input how each answer stands now (<see cref="FormNames.Before"/>).</param>
/// <param name="Calculated">By the id of a calculated field what it comes to.</param>
/// <param name="Faults">By the id of an input what is wrong there; what is still blank is not.</param>
internal sealed record SavedWhileTyping(
    string Message, IReadOnlyDictionary<string, string> Before, IReadOnlyDictionary<string, string> Calculated,
    IReadOnlyDictionary<string, string> Faults)
{
    public static SavedWhileTyping Of(Section section, TypedSection typed, ChangedDraft saved, DateTimeOffset now)
    {
        var answers = saved.Draft.Content.Answers;
        var view = new SectionView(section, saved.Draft) { Refused = [.. typed.Errors, .. saved.Errors] };
        var wrong = typed.Errors.Count + saved.Errors.Count + saved.Conflicts.Count;
        return new SavedWhileTyping(
            $"Đã lưu lúc {Written.Instant(now)}." + (wrong > 0 ? $" {wrong} chỗ chưa lưu được: bấm Lưu và tiếp tục để xem." : ""),
            section.Fields.Where(field => !field.IsDerived && !saved.Conflicts.Contains(field.Code)).ToDictionary(
                field => FormNames.Before(field.Code), field => ChangeDraft.MarkOf(answers[field.Code])),
            section.Fields.Where(field => field.IsDerived).ToDictionary(
                field => FormNames.Id(FormNames.Of(field.Code)), field => AnswerText.Shown(answers[field.Code], field.Type)),
            view.Errors.Where(error => error.Rule != "required").Select(error => (Input: view.LinkOf(error.Place), error.Message))
                .Where(error => error.Input is not null).DistinctBy(error => error.Input)
                .ToDictionary(error => error.Input![1..], error => error.Message));
    }
}
