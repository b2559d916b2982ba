using Microsoft.Data.Sqlite;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Storage;

/// <summary>Takes over what an earlier version has written, once; a copy of it as it was stays beside it.</summary>
internal static class EarlierFormats
{
    /// <exception cref="DataFolderException">A later version has written it.</exception>
    public static void TakeOver(string path, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using var session = new SqlSession(connection);
        var version = (long)session.Value("pragma user_version")!;
        if (version > Schema.Version)
        {
            throw new DataFolderException(
                $"{Path.GetFullPath(path)} was written by a later version (format {version}; this one knows up to {Schema.Version}). "
                + "Run that version, or give this one a folder of its own with --data.");
        }

        if (version < Schema.Version && (long)session.Value("select count(*) from sqlite_schema")! > 0)
        {
            Copy(session, $"{path}.before-{Schema.Version}");
            session.Batch("begin immediate");
            FormatZero.Convert(session, now);
            session.Batch($"pragma user_version = {Schema.Version}; commit; pragma wal_checkpoint(truncate);");
        }
    }

    /// <summary>Whole or not at all. A copy of an earlier attempt is replaced: the database is still what it was, or newer.</summary>
    private static void Copy(SqlSession session, string copy)
    {
        var unfinished = $"{copy}.unfinished";
        File.Delete(unfinished);
        session.Run("vacuum into ?1", unfinished);
        File.Move(unfinished, copy, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(Path.GetFullPath(copy))!);
    }
}
