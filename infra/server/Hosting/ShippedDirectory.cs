using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Server.Hosting;

/// <summary>Loads a directory of units where there is none yet, before anybody asks.</summary>
internal sealed class ShippedDirectory(IDirectoryStore directories, UnitDirectory shipped) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await directories.Read(cancellationToken) is { ETag.IsNone: true })
        {
            await directories.Replace(shipped, ETag.None, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
