using VksServerless.Server.Events;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.Server.Tests.Storage;

public sealed class Telling_the_first_fault : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _folder = Directory.CreateTempSubdirectory("vks-sqlite-").FullName;
    private readonly SqliteDatabase _database;

    public Telling_the_first_fault() => _database = new SqliteDatabase(Path.Combine(_folder, "vks.db"));

    [Fact]
    public async Task An_unforeseen_fault_is_told_to_its_writer_and_ends_no_other()
    {
        await Rows(_database).Commit("p", [new RowWrite.Insert("before", "1"u8.ToArray())], [], None);

        // The change itself has ended the transaction: nothing that the writer foresees.
        await Should.ThrowAsync<InvalidCastException>(() => _database.Write(session =>
        {
            session.Run("rollback");
            throw new InvalidCastException("unforeseen");
        }));

        await Rows(_database).Commit("p", [new RowWrite.Insert("after", "1"u8.ToArray())], [], None).WaitAsync(TimeSpan.FromSeconds(10));
        (await Rows(_database).List("p", "", None)).Select(row => row.Key).ShouldBe(["after", "before"]);
    }

    [Fact]
    public async Task A_writer_whose_connection_breaks_gets_another()
    {
        await Should.ThrowAsync<Exception>(() => _database.Write(session =>
        {
            session.Dispose();
            throw new InvalidCastException("unforeseen");
        }));

        await Rows(_database).Commit("p", [new RowWrite.Insert("after", "1"u8.ToArray())], [], None).WaitAsync(TimeSpan.FromSeconds(10));
        (await Rows(_database).List("p", "", None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_first_fault_is_told_also_when_clearing_up_fails()
    {
        var folder = new BlobFolder(Path.Combine(_folder, "blobs"), _database) { Delete = _ => throw new IOException("cannot be deleted") };
        var blobs = new FileBlobStore(_database, folder);

        var told = await Should.ThrowAsync<InvalidDataException>(() => blobs.Write("large", new BreaksOff(300_000), _ => true, None));

        told.Message.ShouldBe("broken off");
        (await blobs.Open("large", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_cannot_be_cleared_away_does_not_refuse_what_is_written()
    {
        var content = new byte[300_000];
        var folder = new BlobFolder(Path.Combine(_folder, "blobs"), _database) { Delete = _ => throw new IOException("cannot be deleted") };
        var blobs = new FileBlobStore(_database, folder);
        await blobs.Write("large", new MemoryStream(content), _ => true, None);

        var again = await blobs.Write("large", new MemoryStream(content), _ => true, None);

        (again.Kept, again.Existed).ShouldBe((true, true));
    }

    [Fact]
    public void The_fault_of_a_query_is_told() =>
        Should.Throw<InvalidDataException>(() => _database.Read<int>(session =>
        {
            session.Dispose();
            throw new InvalidDataException("first");
        })).Message.ShouldBe("first");

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static SqliteRowStore Rows(SqliteDatabase database) => new(database, new DeliveryBell(), TimeProvider.System);

    /// <summary>Gives half of what it promises.</summary>
    private sealed class BreaksOff(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 200_000 ? throw new InvalidDataException("broken off") : base.ReadAsync(buffer, cancellationToken);
    }
}
