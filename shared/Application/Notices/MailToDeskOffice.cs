using VksServerless.Application.Difficulties;
using VksServerless.Cycles;
using VksServerless.Difficulties;

namespace VksServerless.Application.Notices;

/// <summary>Notifies the desk's office by mail.</summary>
public sealed class MailToDeskOffice(WriteDeskNotices notices, MailDelivery delivery) : IDeskOffice
{
    public async Task NotifyOfReport(Cycle cycle, int version, IReadOnlyList<Difficulty> raised, CancellationToken cancellation) =>
        await delivery.Send(await notices.InReport(cycle, version, raised, cancellation), cancellation);

    public async Task NotifyOfOverdue(DateOnly day, Page<DifficultyEntry> overdue, CancellationToken cancellation) =>
        await delivery.Send(await notices.Overdue(day, overdue, cancellation), cancellation);
}
