using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Only from a draft: what was handed out stays.</summary>
public sealed class RemoveDocument(IAttachments attachments, TimeProvider clock) : IUseCase
{
    /// <returns>Null when it is removed.</returns>
    public async Task<Refusal?> Execute(Cycle cycle, string id, CancellationToken cancellation) =>
        !cycle.IsDraft ? AttachmentRefusals.HandedOut
        : await attachments.Remove(cycle.Id, UnitCode.Sector, id, clock.GetUtcNow(), cancellation) ? null
        : AttachmentRefusals.Unknown(id);
}
