namespace VksServerless.Server.Hosting;

/// <summary>Two servers on one data folder would each believe to be the only one: the second is refused.</summary>
internal sealed class FolderLock : IDisposable
{
    public const string FileName = "host.lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderInUseException">Another server has it.</exception>
    public static FolderLock Take(string folder)
    {
        PrivateFolder.Make(folder);
        try
        {
            return new FolderLock(
                new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken)
        {
            throw new DataFolderInUseException(Path.GetFullPath(folder), taken);
        }
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>The data folder belongs to a server that runs.</summary>
public sealed class DataFolderInUseException(string folder, Exception inner)
    : DataFolderException(
        $"Another server is running on {folder}. Stop it first, or give this one a folder of its own with --data.", inner);
