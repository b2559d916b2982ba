namespace VksServerless.Tests.Forms.Expressions;

/// <summary>Choices laid down in bytes, so that FsCheck can make a failing case smaller; when they run out, the first is taken.</summary>
internal sealed class Tape(byte[] choices)
{
    private int _next;

    public int Next(int below) => _next < choices.Length ? choices[_next++] % below : 0;

    public bool OneIn(int times) => Next(times) == times - 1;

    public T Of<T>(params IReadOnlyList<T> all) => all[Next(all.Count)];
}
