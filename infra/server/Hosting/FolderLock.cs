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
        try
        {
            PrivateFolder.Make(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CannotBeUsed(folder, fault);
        }

        try
        {
            return new FolderLock(
                new FileStream(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw CannotBeUsed(folder, fault);
        }
        catch (IOException taken)
        {
            throw new DataFolderInUseException(Path.GetFullPath(folder), taken);
        }
    }

    private static DataFolderException CannotBeUsed(string folder, Exception fault) => new(
        $"The folder {Path.GetFullPath(folder)} cannot be made or written. Give the server another one with --data (VKS_DATA).", fault);

    public void Dispose() => _file.Dispose();
}

/// <summary>The data folder belongs to a server that runs.</summary>
public sealed class DataFolderInUseException(string folder, Exception inner)
    : DataFolderException(
        $"Another server is running on {folder}. Stop it first, or give this one a folder of its own with --data.", inner);
