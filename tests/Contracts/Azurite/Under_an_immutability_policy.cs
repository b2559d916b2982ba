using VksServerless.Azure.Storage;
using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

/// <summary>The emulator knows no policy: the line answers as the service does, which takes no block for a blob that is there.</summary>
[Collection(OnAzurite.Name)]
public class Under_an_immutability_policy(AzuriteServer azurite) : IAsyncLifetime
{
    private const string Name = "versions/k1/t84";
    private readonly FaultyTransport _line = new();
    private readonly byte[] _large = [.. Enumerable.Range(0, 3 * 1024 * 1024).Select(number => (byte)number)];
    private BlobStore _blobs = null!;

    public async Task InitializeAsync()
    {
        _blobs = await OnAzurite.Blobs(azurite, _line);
        (await Write(_large)).Existed.ShouldBeFalse();
        _line.TurnAway(request => request.Uri.Query.Contains("comp=block&", StringComparison.Ordinal), 409);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_same_large_content_once_more_is_kept()
    {
        var again = await Write(_large);

        _line.Armed.ShouldBeFalse();
        (again.Kept, again.Existed, again.Facts.Length).ShouldBe((true, true, _large.Length));
    }

    [Fact]
    public async Task Other_large_content_is_not()
    {
        var other = await Write([.. _large.Reverse()]);

        _line.Armed.ShouldBeFalse();
        (other.Kept, other.Existed).ShouldBe((false, true));
    }

    private async Task<BlobWritten> Write(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await _blobs.Write(Name, stream, _ => true, CancellationToken.None);
    }
}
