using VksServerless.Application.Jobs;

namespace VksServerless.Application.Reports;

/// <summary>Removes what was sent in part and not gone on with for a day.</summary>
public sealed class SweepUploads(IUploads uploads, TimeProvider clock) : IJob
{
    public Cadence Cadence => Cadence.EveryMorning;

    public async Task Run(CancellationToken cancellation)
    {
        await foreach (var upload in uploads.All(cancellation))
        {
            if (upload.IsOver(clock.GetUtcNow()))
            {
                await uploads.Drop(upload, cancellation);
            }
        }
    }
}
