using VksServerless.Access;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.Difficulties;

/// <summary>What the centre, the assignee and the unit decide about a difficulty, with their words checked.</summary>
public static class DecideDifficulty
{
    /// <param name="person">Who there, in words; null or blank: the unit decides.</param>
    /// <param name="dueAt">Null: the time limit that runs already.</param>
    public static Outcome<Difficulty> Assign(
        OpenDifficulty open, UnitCode unit, string? person, string? note, DateTimeOffset? dueAt, Caller by, DateTimeOffset now)
    {
        var (who, words) = (Trimmed(person), Trimmed(note));
        return (who is not null && !Caller.CanBeShown(who))
            ? DifficultyRefusals.Invalid([new FieldError("/person", "person", "Tên người được phân công là một dòng tối đa 200 ký tự.")])
            : words is not null && Reason.Check(words) is { } unfit ? unfit
            : open.Directory.Find(unit)?.LivesOn(VietnamTime.DayOf(now)) != true ? DifficultyRefusals.AssigneeUnknown(unit.ToString())
            : open.Difficulty.Assign(unit, who, words, dueAt, by, now);
    }

    public static Outcome<Difficulty> Answer(OpenDifficulty open, string? guidance, Caller by, DateTimeOffset now) =>
        DifficultyWords.CheckGuidance(guidance).Then(words => open.Difficulty.Answer(words, by, now));

    /// <summary>The centre says why; the unit that closes its own may leave it out.</summary>
    public static Outcome<Difficulty> Close(OpenDifficulty open, string? reason, Caller by, DateTimeOffset now)
    {
        var (words, byCentre) = (Trimmed(reason), Permission.AssignsDifficulty(by));
        return (byCentre || words is not null) && Reason.Check(words) is { } missing ? missing
            : byCentre ? open.Difficulty.CloseByCentre(words!, by, now)
            : open.Difficulty.CloseByUnit(words, by, now);
    }

    public static Outcome<Difficulty> Reopen(OpenDifficulty open, string? reason, Caller by, DateTimeOffset now) =>
        Reason.Check(reason) is { } missing ? missing : open.Difficulty.Reopen(reason!.Trim(), by, now);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
