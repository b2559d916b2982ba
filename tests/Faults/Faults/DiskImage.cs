using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using VksServerless.Faults.Cycle;

namespace VksServerless.Faults.Faults;

/// <summary>
/// What a power cut at one moment leaves behind: the disk as it was, the mails that had gone out, the receipts that people hold.
/// </summary>
internal sealed record DiskImage(string Name, string Folder, DateTimeOffset At, ConcurrentDictionary<string, Receipt> Receipts)
{
    public static DiskImage Take(
        string name, string data, string folder, DateTimeOffset now, ConcurrentDictionary<string, Receipt> receipts)
    {
        // Receipts first: whatever somebody holds must be on the disk. Mails last: what is marked as sent has gone out.
        var held = new ConcurrentDictionary<string, Receipt>(receipts);
        Directory.CreateDirectory(folder);
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data, "vks.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString()))
        {
            connection.Open();
            using var copy = connection.CreateCommand();
            copy.CommandText = "vacuum into $file";
            copy.Parameters.AddWithValue("$file", Path.Combine(folder, "vks.db"));
            copy.ExecuteNonQuery();
        }

        File.Copy(Path.Combine(data, "signing-key.pem"), Path.Combine(folder, "signing-key.pem"));
        Copy(Path.Combine(data, "blobs"), Path.Combine(folder, "blobs"));
        Copy(Path.Combine(data, "mails"), Path.Combine(folder, "mails"));
        return new DiskImage(name, folder, now, held);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
