using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>
/// Khó khăn, vướng mắc: what a unit cannot get over by itself and reports to the centre "để được hướng dẫn kịp thời". Every
/// method is a decision; each adds one step to the history and changes nothing that stands there.
/// </summary>
/// <param name="Unit">Who has it.</param>
/// <param name="From">The report that it stands in; null: raised by itself, on any day.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">What it is and what has been tried; may be empty when the title says it all.</param>
/// <param name="History">Never empty, first to last.</param>
public sealed record Difficulty(
    DifficultyId Id, UnitCode Unit, DifficultySource? From, DifficultyArea Area, string Title, string Text,
    IReadOnlyList<DifficultyStep> History)
{
    /// <summary>
    /// All that was said at its steps, in characters: more would not fit into a store's row. Twelve long answers, or a hundred
    /// short ones; who comes so far raises a new one.
    /// </summary>
    public const int MostSaid = 60_000;

    public const int MostSteps = 100;

    /// <summary>What a unit raises by hand on one day; each is a mail to the desk. More belong into one text or into a report.</summary>
    public const int MostRaisedADay = 20;

    private DifficultyStep Newest => History[^1];

    public DifficultyState State => Newest.State;

    public DifficultyStep.Raised Raising => (DifficultyStep.Raised)History[0];

    /// <summary>Counts the changes, from 1; makes the events of each unique.</summary>
    public int Revision => History.Count;

    /// <summary>Up to and including this instant an answer is in time.</summary>
    public DateTimeOffset DueAt => History.Last(step => step.Limit is not null).Limit!.Value;

    /// <summary>Who is to answer; null: nobody has been named yet.</summary>
    public DifficultyStep.Assigned? Assignment => History.OfType<DifficultyStep.Assigned>().LastOrDefault();

    /// <summary>Whether the unit still has no answer.</summary>
    public bool Waits => State is DifficultyState.Raised or DifficultyState.Assigned or DifficultyState.Reopened;

    /// <summary>Whether it still has no answer and ought to.</summary>
    public bool IsOverdue(DateTimeOffset now) => Waits && now > DueAt;

    private bool IsFull => History.Count >= MostSteps || History.Sum(step => step.Text?.Length ?? 0) > MostSaid;

    public static Difficulty Raise(
        DifficultyId id, UnitCode unit, DifficultySource? from, DifficultyWords words, Caller by, DateTimeOffset now) =>
        new(id, unit, from, words.Area, words.Title, words.Text, [new DifficultyStep.Raised(now, Signature.Of(by), TimeLimit.From(now))]);

    /// <summary>A repeated request with the same words gets the existing one, in any state.</summary>
    public Outcome<Difficulty> FindRaised(UnitCode unit, DifficultySource? from, DifficultyWords words) =>
        (Unit, From, Area, Title, Text) == (unit, from, words.Area, words.Title, words.Text) ? this : Refusal.KeyReused;

    /// <param name="person">Who there, in words; null: the unit decides.</param>
    /// <param name="dueAt">Null: the time limit that runs already.</param>
    public Outcome<Difficulty> Assign(
        UnitCode to, string? person, string? note, DateTimeOffset? dueAt, Caller by, DateTimeOffset now) => State switch
        {
            _ when !Waits => DifficultyRefusals.NotWaiting(this),
            _ when IsFull => DifficultyRefusals.Full,
            _ when dueAt is { } due && !TimeLimit.IsPossible(due, now) => DifficultyRefusals.LimitImpossible,
            _ => Then(new DifficultyStep.Assigned(now, Signature.Of(by), to, person, note, dueAt ?? DueAt)),
        };

    public Outcome<Difficulty> Answer(string guidance, Caller by, DateTimeOffset now) =>
        Waits ? Then(new DifficultyStep.Answered(now, Signature.Of(by), guidance)) : DifficultyRefusals.NotWaiting(this);

    /// <summary>The unit closes what has been answered.</summary>
    public Outcome<Difficulty> CloseByUnit(string? remark, Caller by, DateTimeOffset now) => State switch
    {
        DifficultyState.Closed => DifficultyRefusals.ClosedAlready,
        DifficultyState.Answered => Then(new DifficultyStep.Closed(now, Signature.Of(by), remark)),
        _ => DifficultyRefusals.NotAnswered,
    };

    /// <summary>The centre closes also what has not been answered, and says why.</summary>
    public Outcome<Difficulty> CloseByCentre(string reason, Caller by, DateTimeOffset now) =>
        State is DifficultyState.Closed ? DifficultyRefusals.ClosedAlready : Then(new DifficultyStep.Closed(now, Signature.Of(by), reason));

    /// <summary>The time limit starts again; the assignee stays the same.</summary>
    public Outcome<Difficulty> Reopen(string reason, Caller by, DateTimeOffset now) =>
        Waits ? DifficultyRefusals.StillOpen
        : IsFull ? DifficultyRefusals.Full
        : Then(new DifficultyStep.Reopened(now, Signature.Of(by), reason, TimeLimit.From(now)));

    /// <summary>The unit has had its answer for so long that nothing more is to be expected.</summary>
    public Outcome<Difficulty> CloseByItself(DateTimeOffset now) =>
        State is DifficultyState.Answered && now >= Newest.At + TimeLimit.AfterAnswer
            ? Then(new DifficultyStep.Closed(now, Signature.Of(Caller.System), $"Tự đóng sau {TimeLimit.AfterAnswer.Days} ngày kể từ " +
                $"khi được hướng dẫn."))
            : DifficultyRefusals.NotAnswered;

    public bool Says(DifficultyWords words) => (Area, Title, Text) == (words.Area, words.Title, words.Text);

    /// <summary>The newest version of the report that it stands in which has raised or reworded it; null: it stands in none.</summary>
    public int? SaidIn => History.OfType<DifficultyStep.Reworded>().LastOrDefault()?.Version ?? From?.Version;

    /// <summary>A later version of the report says it in other words. The assignee stays.</summary>
    public Outcome<Difficulty> Reword(DifficultyWords words, int version, Caller by, DateTimeOffset now) => State switch
    {
        DifficultyState.Closed => DifficultyRefusals.ClosedAlready,
        _ when IsFull => DifficultyRefusals.Full,
        _ => Then(new DifficultyStep.Reworded(now, Signature.Of(by), version, Title, Text, State)) with
        {
            Area = words.Area,
            Title = words.Title,
            Text = words.Text,
        },
    };

    private Difficulty Then(DifficultyStep step) => this with { History = [.. History, step] };
}

/// <summary>Where in which report a difficulty stands.</summary>
/// <param name="Field">By its code in the cycle's form.</param>
/// <param name="Version">The first accepted version that says it; null: a person has named the place.</param>
public sealed record DifficultySource(CycleId Cycle, FieldCode Field, int? Version = null);
