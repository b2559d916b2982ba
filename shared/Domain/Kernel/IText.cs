using System.Diagnostics.CodeAnalysis;

namespace VksServerless.Kernel;

/// <summary>A value that is stored and sent as a text, so that values of different kinds cannot be swapped.</summary>
public interface IText<TSelf>
    where TSelf : struct, IText<TSelf>
{
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf value);
}
