using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Web.Api.Difficulties;

/// <param name="Area">direction, infrastructure, software, data, security, staff, funding, regulation or other.</param>
/// <param name="Title">One line of up to 300 characters.</param>
/// <param name="Text">Up to 10,000 characters.</param>
/// <param name="Cycle">The report that it is about; only with <paramref name="Field"/>.</param>
public sealed record RaiseBody(DifficultyArea Area, string? Title = null, string? Text = null, CycleId? Cycle = null, string? Field = null);

/// <param name="Unit">Who is to answer.</param>
/// <param name="Person">Who there, in words.</param>
/// <param name="DueAt">Left out: the time limit that runs already.</param>
public sealed record AssignBody(UnitCode Unit, string? Person = null, string? Note = null, DateTimeOffset? DueAt = null);

/// <param name="Guidance">1 to 10,000 characters.</param>
public sealed record AnswerBody(string? Guidance = null);

/// <param name="Reason">1 to 2,000 characters. The unit that closes its own may leave it out.</param>
public sealed record CloseBody(string? Reason = null);

/// <param name="Assignee">Null: nobody has been named yet.</param>
/// <param name="Overdue">Without an answer though the time limit is past.</param>
public sealed record DifficultyLineView(
    DifficultyId Id, UnitCode Unit, string Name, CycleId? Cycle, FieldCode? Field, DifficultyArea Area, string Title, DifficultyState State,
    UnitCode? Assignee, DateTimeOffset RaisedAt, DateTimeOffset DueAt, bool Overdue)
{
    public static DifficultyLineView Of(DifficultyEntry entry, UnitDirectory directory, DateTimeOffset now) => new(
        entry.Id, entry.Unit, directory.NameOf(entry.Unit), entry.From?.Cycle, entry.From?.Field, entry.Area, entry.Title, entry.State,
        entry.Assignee, entry.RaisedAt, entry.DueAt, entry.IsOverdue(now));
}

/// <param name="Guidance">The newest answer; null: there is none.</param>
public sealed record DifficultyView(
    DifficultyId Id, UnitCode Unit, string Name, CycleId? Cycle, FieldCode? Field, DifficultyArea Area, string AreaLabel, string Title,
    string Text,
    DifficultyState State, UnitCode? Assignee, string? AssigneeName, DateTimeOffset RaisedAt, DateTimeOffset DueAt, bool Overdue,
    string? Guidance, IReadOnlyList<StepView> History)
{
    public static DifficultyView Of(Difficulty difficulty, UnitDirectory directory, DateTimeOffset now) => new(
        difficulty.Id,
        difficulty.Unit,
        directory.NameOf(difficulty.Unit),
        difficulty.From?.Cycle,
        difficulty.From?.Field,
        difficulty.Area,
        difficulty.Area.Label(),
        difficulty.Title,
        difficulty.Text,
        difficulty.State,
        difficulty.Assignment?.To,
        difficulty.Assignment is { } assigned ? directory.NameOf(assigned.To) : null,
        difficulty.Raising.At,
        difficulty.DueAt,
        difficulty.IsOverdue(now),
        difficulty.History.OfType<DifficultyStep.Answered>().LastOrDefault()?.Guidance,
        [.. difficulty.History.Select(StepView.Of)]);
}

/// <param name="By">Who did it, by name.</param>
/// <param name="Text">What was said: the guidance, the reason, the note.</param>
/// <param name="To">Of an assignment: which unit, and who there.</param>
/// <param name="DueAt">The time limit that began with this step.</param>
public sealed record StepView(
    DifficultyState State, DateTimeOffset At, string By, UnitCode ByUnit, string? Text, UnitCode? To, string? Person, DateTimeOffset? DueAt)
{
    public static StepView Of(DifficultyStep step) => new(
        step.State, step.At, step.By.Name, step.By.Unit, step.Text, (step as DifficultyStep.Assigned)?.To,
        (step as DifficultyStep.Assigned)?.Person, step.Limit);
}
