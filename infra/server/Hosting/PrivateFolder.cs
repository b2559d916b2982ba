using System.Runtime.InteropServices;

namespace VksServerless.Server.Hosting;

/// <summary>Reports and the signing key lie in the data folder: nobody else on this machine is to read them.</summary>
internal static partial class PrivateFolder
{
    private const uint OwnerOnly = 0b_000_111_111;

    /// <summary>Makes the folder, for its owner alone, and has whatever this process writes from now on be its owner's alone.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        _ = Umask(OwnerOnly);
        Directory.CreateDirectory(folder);

        // Only what is plainly ours is closed: the folder might be anybody's who mistyped --data.
        if (File.Exists(Path.Combine(folder, FolderLock.FileName)))
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint Umask(uint mask);
}
