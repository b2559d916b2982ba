using System.Globalization;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>
/// Notices about a difficulty: to the desk's office when it comes in, to the assignee who is to answer, to the unit when it is
/// answered.
/// </summary>
/// <param name="directory">As it is today: difficulties belong to no cycle that would have fixed it.</param>
public sealed class DeskNotices(UnitDirectory directory, Desk desk, Portal portal)
{
    /// <summary>What a mail to the office is about: what an accepted report says of difficulties.</summary>
    public const string DifficultiesInReport = nameof(DifficultiesInReport);

    /// <summary>What the daily mail to the office is about.</summary>
    public const string DifficultiesOverdue = nameof(DifficultiesOverdue);

    private const int MostNamed = 100;
    private const int MostQuoted = 2000;

    /// <summary>The mails that follow from a step; the same event always gives the same keys.</summary>
    /// <param name="difficulty">As it is now; the event says which step of it is the news.</param>
    public IReadOnlyList<Mail> Of(DifficultyEvent happened, Difficulty difficulty)
    {
        var unit = difficulty.Unit;
        var page = PortalPath.Difficulty(difficulty.Id.ToString());
        return difficulty.History[happened.Revision - 1] switch
        {
            DifficultyStep.Raised => Mails(happened.Id, happened.Subject, page, (desk.Office, Raised(difficulty))),
            DifficultyStep.Assigned assigned => Mails(happened.Id, happened.Subject, page, (assigned.To, Assigned(difficulty, assigned))),
            DifficultyStep.Answered answered => Mails(happened.Id, happened.Subject, page, (unit, Answered(difficulty, answered))),
            DifficultyStep.Closed closed when closed.By.Unit != unit =>
                Mails(happened.Id, happened.Subject, page, (unit, Closed(difficulty, closed))),
            DifficultyStep.Reopened reopened => Mails(
                happened.Id,
                happened.Subject,
                page,
                [.. new[] { desk.Office, difficulty.Assignment?.To ?? desk.Office }.Distinct()
                    .Select(to => (to, Reopened(difficulty, reopened, to)))]),
            _ => [],
        };
    }

    /// <summary>One mail for all that one accepted version has laid on the desk.</summary>
    /// <param name="raised">Not empty, all of one version of one unit's report.</param>
    public IReadOnlyList<Mail> InReport(Cycle cycle, int version, IReadOnlyList<Difficulty> raised)
    {
        var unit = raised[0].Unit;
        return Mails(
            string.Create(CultureInfo.InvariantCulture, $"{cycle.Id}.{unit}.{version}.{DifficultiesInReport}"),
            DifficultiesInReport,
            PortalPath.Difficulties,
            (desk.Office, Letter.To(
                directory.NameOf(desk.Office),
                $"[Khó khăn, vướng mắc] {directory.NameOf(unit)}: {raised.Count} nội dung trong báo cáo",
                $"Báo cáo \"{cycle.Terms.Title}\" của {directory.NameOf(unit)} đã được duyệt và nêu {raised.Count} khó khăn, vướng mắc:",
                Named(raised.Select(
                    one => $"- [{one.Id}] {one.Title}{(one.From?.Version == version ? "" : " (sửa nội dung đã nêu)")}")),
                $"Hạn hướng dẫn: {CycleRefusals.Text(raised[0].DueAt)}. Đề nghị phân công hoặc hướng dẫn trên Hệ thống báo cáo.")));
    }

    /// <summary>One mail a day for all that is overdue.</summary>
    /// <param name="overdue">Longest overdue first; none: there is nothing to tell.</param>
    /// <param name="isAll">Whether there are no more than these.</param>
    public IReadOnlyList<Mail> Overdue(DateOnly day, IReadOnlyList<DifficultyEntry> overdue, bool isAll) => overdue.Count == 0 ? [] : Mails(
        string.Create(CultureInfo.InvariantCulture, $"{MailFile.Desk}.{day:yyyyMMdd}.{DifficultiesOverdue}"),
        DifficultiesOverdue,
        PortalPath.Difficulties,
        (desk.Office, Letter.To(
            directory.NameOf(desk.Office),
            $"[Quá hạn hướng dẫn] {(isAll ? "" : "Trên ")}{overdue.Count} khó khăn, vướng mắc",
            $"Đến ngày {Vietnamese.Day(day)}, {(isAll ? "" : "trên ")}{overdue.Count} khó khăn, vướng mắc của các đơn vị "
            + "đã quá hạn mà chưa được hướng dẫn:",
            Named(overdue.Select(one =>
                $"- [{one.Id}] {directory.NameOf(one.Unit)}: {one.Title} (hạn {CycleRefusals.Text(one.DueAt)}; " +
                $"{(one.Assignee is { } to ? $"giao {directory.NameOf(to)}" : "chưa phân công")})")),
            "Đề nghị hướng dẫn ngay hoặc đôn đốc đơn vị được phân công.")));

    private Letter Raised(Difficulty difficulty) => Letter.To(
        directory.NameOf(desk.Office),
        $"[Khó khăn, vướng mắc] {directory.NameOf(difficulty.Unit)}: {difficulty.Title}",
        $"{directory.NameOf(difficulty.Unit)} nêu khó khăn, vướng mắc để được hướng dẫn:",
        What(difficulty),
        Quoted(difficulty.Text),
        "Đề nghị phân công hoặc hướng dẫn trên Hệ thống báo cáo.");

    private Letter Assigned(Difficulty difficulty, DifficultyStep.Assigned assigned) => Letter.To(
        assigned.Person is { } person ? $"{directory.NameOf(assigned.To)} ({person})" : directory.NameOf(assigned.To),
        $"[Phân công hướng dẫn] {directory.NameOf(difficulty.Unit)}: {difficulty.Title}",
        $"Đơn vị được phân công hướng dẫn khó khăn, vướng mắc của {directory.NameOf(difficulty.Unit)}:",
        What(difficulty with { History = [.. difficulty.History.TakeWhile(step => step != assigned), assigned] }),
        Quoted(difficulty.Text),
        assigned.Note is { } note ? $"Ý kiến phân công: {note}" : null);

    private Letter Answered(Difficulty difficulty, DifficultyStep.Answered answered) => Letter.To(
        directory.NameOf(difficulty.Unit),
        $"[Hướng dẫn] {difficulty.Title}",
        $"Khó khăn, vướng mắc \"{difficulty.Title}\" (mã {difficulty.Id}) của đơn vị đã được {directory.NameOf(answered.By.Unit)} " +
        $"hướng dẫn:",
        Quoted(answered.Guidance),
        $"Nếu đã giải quyết được, đề nghị đơn vị đóng nội dung này; nếu chưa, mở lại kèm lý do. Sau {TimeLimit.AfterAnswer.Days} ngày " +
        $"nội dung tự đóng.");

    private Letter Closed(Difficulty difficulty, DifficultyStep.Closed closed) => Letter.To(
        directory.NameOf(difficulty.Unit),
        $"[Đóng] {difficulty.Title}",
        $"Khó khăn, vướng mắc \"{difficulty.Title}\" (mã {difficulty.Id}) của đơn vị đã được đóng.",
        closed.Reason is { } reason ? $"Lý do: {reason}" : null,
        "Nếu chưa giải quyết được, đơn vị mở lại kèm lý do.");

    private Letter Reopened(Difficulty difficulty, DifficultyStep.Reopened reopened, UnitCode to) => Letter.To(
        directory.NameOf(to),
        $"[Mở lại] {directory.NameOf(difficulty.Unit)}: {difficulty.Title}",
        $"{directory.NameOf(difficulty.Unit)} mở lại khó khăn, vướng mắc \"{difficulty.Title}\" (mã {difficulty.Id}) vì chưa giải " +
        $"quyết được.",
        $"Lý do: {reopened.Reason}",
        $"Hạn hướng dẫn mới: {CycleRefusals.Text(reopened.DueAt)}");

    private static string What(Difficulty difficulty) => string.Join(
        '\n',
        $"- Mã: {difficulty.Id}",
        $"- Nội dung: {difficulty.Title}",
        $"- Lĩnh vực: {difficulty.Area.Label()}",
        $"- Hạn hướng dẫn: {CycleRefusals.Text(difficulty.DueAt)}");

    private static string? Quoted(string text) => text.Length == 0 ? null
        : text.Length <= MostQuoted ? text
        : $"{text[..(char.IsHighSurrogate(text[MostQuoted - 1]) ? MostQuoted - 1 : MostQuoted)]}… (đọc tiếp trên Hệ thống báo cáo)";

    private static string Named(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return string.Join('\n', all.Take(MostNamed)) + (all.Count > MostNamed ? $"\n- và {all.Count - MostNamed} nội dung khác" : "");
    }

    private IReadOnlyList<Mail> Mails(
        string id, string kind, string page, params IEnumerable<(UnitCode To, Letter Letter)> letters) =>
    [
        .. letters.SelectMany(
            letter =>
                new Addressed(id, kind, letter.Letter, directory.Find(letter.To)?.Mails ?? [], page, portal.Contact)
                    .To(MailFile.Desk, portal))
            .DistinctBy(mail => mail.Key),
    ];
}
