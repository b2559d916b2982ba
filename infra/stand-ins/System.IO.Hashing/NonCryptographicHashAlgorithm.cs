namespace System.IO.Hashing;

/// <summary>The base of the check sums that Azure.Storage.Common derives its own from.</summary>
public abstract class NonCryptographicHashAlgorithm
{
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    public int HashLengthInBytes { get; }

    public abstract void Append(ReadOnlySpan<byte> source);

    public abstract void Reset();

    protected abstract void GetCurrentHashCore(Span<byte> destination);

    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[4096];
        while (stream.Read(buffer, 0, buffer.Length) is > 0 and var read)
        {
            Append(buffer.AsSpan(0, read));
        }
    }

    public async Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            Append(buffer.AsSpan(0, read));
        }
    }

    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    public int GetCurrentHash(Span<byte> destination)
    {
        GetCurrentHashCore(destination[..HashLengthInBytes]);
        return HashLengthInBytes;
    }

    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    public int GetHashAndReset(Span<byte> destination)
    {
        GetHashAndResetCore(destination[..HashLengthInBytes]);
        return HashLengthInBytes;
    }
}
