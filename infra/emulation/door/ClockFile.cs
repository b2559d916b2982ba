using System.Globalization;

namespace VksServerless.Emulation;

/// <summary>The clock of every process of the door: a file, replaced as a whole, so that nobody reads half of it.</summary>
internal sealed class ClockFile(string path) : TimeProvider
{
    /// <summary>Null: the real time.</summary>
    private DateTimeOffset? _set;

    public string Path => path;

    public override DateTimeOffset GetUtcNow() => _set ?? System.GetUtcNow();

    public void Set(DateTimeOffset instant)
    {
        File.WriteAllText($"{path}.next", instant.ToString("O", CultureInfo.InvariantCulture));
        File.Move($"{path}.next", path, overwrite: true);
        _set = instant;
    }
}
