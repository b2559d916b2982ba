using System.Net;
using System.Net.Http.Headers;

namespace VksServerless.EndToEnd.Reports;

/// <summary>
/// A body whose last byte comes when the test lets it. It is sent with Expect: 100-continue, so that it begins only once the
/// server reads it: whatever the server does before that has been done.
/// </summary>
internal sealed class AHeldBody : HttpContent
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _bytes;

    public AHeldBody(byte[] bytes, string mediaType)
    {
        _bytes = bytes;
        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
    }

    public Task Begun => _begun.Task;

    public void Release() => _released.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length - 1));
        await stream.FlushAsync();
        _begun.SetResult();
        await _released.Task;
        await stream.WriteAsync(_bytes.AsMemory(_bytes.Length - 1));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
