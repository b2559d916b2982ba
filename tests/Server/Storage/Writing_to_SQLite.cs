using Microsoft.Data.Sqlite;
using VksServerless.Server.Events;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.Server.Tests.Storage;

public sealed class Writing_to_SQLite : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _folder = Directory.CreateTempSubdirectory("vks-sqlite-").FullName;
    private SqliteDatabase _database;

    public Writing_to_SQLite() => _database = Open();

    [Fact]
    public async Task Changes_that_wait_together_share_one_transaction_and_one_refusal_undoes_only_itself()
    {
        var rows = Rows(_database);
        await rows.Commit("p", [new RowWrite.Insert("taken", "1"u8.ToArray())], [], None);
        using var gate = new ManualResetEventSlim();
        var holding = _database.Write(_ => gate.Wait());
        var before = _database.Groups;
        var writes = Enumerable.Range(0, 50).Select(n => rows.Commit(
            "p", [new RowWrite.Insert($"k{n:D2}", "1"u8.ToArray()), new RowWrite.Insert(n == 25 ? "taken" : $"l{n:D2}", "1"u8.ToArray())],
                [], None)).ToList();

        gate.Set();
        await holding;
        await Should.ThrowAsync<RowConflictException>(() => Task.WhenAll(writes));

        (_database.Groups - before).ShouldBe(1);
        (await rows.List("p", "k", None)).Select(row => row.Key).ShouldBe(
            Enumerable.Range(0, 50).Where(n => n != 25).Select(n => $"k{n:D2}"));
        writes.Count(write => write.IsFaulted).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_that_is_done_is_on_the_disk()
    {
        var rows = Rows(_database);
        await rows.Commit(
            "p", [new RowWrite.Insert("k", "1"u8.ToArray())], [new OutboxMessage("m", "CycleChanged", "{}"u8.ToArray())], None);
        var copy = Directory.CreateTempSubdirectory("vks-sqlite-").FullName;
        foreach (var file in Directory.GetFiles(_folder, "vks.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await using var after = new SqliteDatabase(Path.Combine(copy, "vks.db"));

        (await Rows(after).Find("p", "k", None)).ShouldNotBeNull();
        after.Read(session => session.Value("select count(*) from deliveries")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_scan_seeks_and_never_reads_the_whole_table()
    {
        var plans = _database.Read(session => new[]
        {
            "select partition, key, body, etag from rows where (partition, key) > ('a', 'b') and partition < 'c' order by partition, " +
            "key limit 10",
            "select partition, key, body, etag from rows where partition = 'a' and key > '' and key >= 'b' and key < 'c' order by key " +
            "limit 10",
            "select partition from rows where partition > 'a' and partition < 'c' order by partition limit 1",
        }.SelectMany(sql => session.All($"explain query plan {sql}", row => row.GetString(3))).ToList());

        plans.ShouldAllBe(step => step.StartsWith("SEARCH", StringComparison.Ordinal));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_file_that_a_crash_left_behind_is_swept_away_and_the_others_stay()
    {
        var content = new byte[300_000];
        Random.Shared.NextBytes(content);
        var folder = Path.Combine(_folder, "blobs");
        var blobs = new FileBlobStore(_database, new BlobFolder(folder, _database));
        await blobs.Write("kept", new MemoryStream(content), _ => true, None);
        var orphan = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "ab")).FullName, "ab" + new string('0', 30));
        var foreign = Path.Combine(folder, "thesis.txt");
        await File.WriteAllBytesAsync(orphan, content);
        await File.WriteAllTextAsync(foreign, "precious");
        await _database.DisposeAsync();
        _database = Open();

        blobs = new FileBlobStore(_database, new BlobFolder(folder, _database));

        File.Exists(orphan).ShouldBeFalse();
        File.Exists(foreign).ShouldBeTrue("it is not ours");
        await using var kept = await blobs.Open("kept", None);
        using var read = new MemoryStream();
        await kept!.CopyToAsync(read);
        read.ToArray().ShouldBe(content);
    }

    [Fact]
    public async Task A_database_that_knows_no_blob_takes_no_file_for_its_own()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "blobs", "ab"));
        var attachment = Path.Combine(folder.FullName, "ab" + new string('0', 30));
        await File.WriteAllTextAsync(attachment, "of a database that was moved aside");

        _ = new BlobFolder(Path.Combine(_folder, "blobs"), _database);

        File.Exists(attachment).ShouldBeTrue();
    }

    [Fact]
    public async Task A_full_disk_refuses_and_breaks_nothing()
    {
        var rows = Rows(_database);
        await rows.Commit("p", [new RowWrite.Insert("before", "1"u8.ToArray())], [], None);
        await _database.Write(session => session.Batch($"pragma max_page_count = {session.Value("pragma page_count")}"));

        await Should.ThrowAsync<IOException>(() => rows.Commit("p", [new RowWrite.Insert("large", new byte[800_000])], [], None));
        await _database.Write(session => session.Batch("pragma max_page_count = 1000000"));

        await rows.Commit("p", [new RowWrite.Insert("after", "1"u8.ToArray())], [], None);
        (await rows.List("p", "", None)).Select(row => row.Key).ShouldBe(["after", "before"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static SqliteRowStore Rows(SqliteDatabase database) => new(database, new DeliveryBell(), TimeProvider.System);

    private SqliteDatabase Open() => new(Path.Combine(_folder, "vks.db"));
}
