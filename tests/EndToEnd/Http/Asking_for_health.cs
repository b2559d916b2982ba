using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.EndToEnd.Http;

/// <summary>What watches the system from outside asks without a token.</summary>
public class Asking_for_health
{
    [Fact]
    public async Task All_is_well_when_rows_and_blobs_answer()
    {
        await using var host = await AHost.Start();

        using var answer = await host.Http.GetAsync(new Uri("health", UriKind.Relative));

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync())
            .ShouldBe((200, """{"status":"ok","checks":{"blobs":"ok","rows":"ok"}}"""));
    }

    [Fact]
    public async Task What_does_not_answer_is_named_and_why_is_not()
    {
        var blobs = new Breakable();
        await using var host = await AHost.Start(services => services.AddSingleton<IBlobStore>(provider =>
        {
            blobs.Inner = ActivatorUtilities.CreateInstance<FileBlobStore>(provider);
            return blobs;
        }));
        blobs.IsBroken = true;

        using var answer = await host.Http.GetAsync(new Uri("health", UriKind.Relative));

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync())
            .ShouldBe((503, """{"status":"failing","checks":{"blobs":"failing","rows":"ok"}}"""));
        host.TakeFaults().ShouldContain(fault => fault.Contains("the disk is gone", StringComparison.Ordinal));
    }

    private sealed class Breakable : IBlobStore
    {
        private IBlobStore? _inner;

        public bool IsBroken { get; set; }

        public IBlobStore Inner
        {
            private get => IsBroken ? throw new IOException("the disk is gone") : _inner!;
            set => _inner = value;
        }

        public Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation) =>
            Inner.Write(name, content, keep, cancellation);

        public Task<Stream?> Open(string name, CancellationToken cancellation) => Inner.Open(name, cancellation);

        public Task Delete(string name, CancellationToken cancellation) => Inner.Delete(name, cancellation);
    }
}
