using VksServerless.Cycles;
using VksServerless.Difficulties;

namespace VksServerless.Application.Difficulties;

/// <summary>
/// The office that answers for the desk, which is notified of what arrives there. Notified again of the same, it gets no second
/// mail.
/// </summary>
public interface IDeskOffice
{
    /// <param name="raised">What this version of one unit's report was the first to say; not empty.</param>
    Task NotifyOfReport(Cycle cycle, int version, IReadOnlyList<Difficulty> raised, CancellationToken cancellation);

    /// <param name="overdue">Longest overdue first. Nothing overdue: nobody is notified.</param>
    Task NotifyOfOverdue(DateOnly day, Page<DifficultyEntry> overdue, CancellationToken cancellation);
}
